"""The hostile runner: see tests/README.md. Modes and databases are chosen before Django starts."""

import os

os.environ.setdefault("KEVYTASIOINTI_MODE", "test")
