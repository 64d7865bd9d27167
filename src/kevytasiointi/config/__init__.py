"""Composition root: settings, addresses, and the one table of who listens to what."""
