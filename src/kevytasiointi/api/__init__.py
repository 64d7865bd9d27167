"""Machines: health, and later fetch and report."""
