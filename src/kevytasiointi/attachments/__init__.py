"""Receive, check, keep, hand out and remove a file."""
