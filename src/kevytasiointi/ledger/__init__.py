"""The append-only audit trail; the outbox and its worker."""
