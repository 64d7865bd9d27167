"""The customer: find, ask, fill, send, follow."""
