"""A notice finds its channel: today e-mail."""
