"""Which terms of use are in force. Their text is a page of `site`."""

from typing import Final

TERMS_VERSION: Final = "2026-11-24"
"""The day from which the terms in force apply. A new version is accepted by everyone anew."""
