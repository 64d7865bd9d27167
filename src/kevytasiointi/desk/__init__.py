"""The official: inbox, case, status, message, package."""
