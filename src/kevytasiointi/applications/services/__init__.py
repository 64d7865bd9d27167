"""Everything that changes an application, by the moment of its life: drafting, sending, handling, talking."""
