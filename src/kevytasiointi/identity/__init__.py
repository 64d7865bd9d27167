"""People, organisations, and signing in."""
