"""Procedures, bundles and the published versions of their forms."""
