"""Which terms of joining are in force for authorities."""

from typing import Final

JOINING_TERMS_VERSION: Final = "2026-11-24"
"""The day from which the terms in force apply. An authority accepts them with the first notice it sends under them."""
