"""Synthetic answers that go through every branch of a form, made from its conditions. Pure and always the same."""

from kevytasiointi.formflow.paths.branches import Branch, Kind, branches_met, branches_of
from kevytasiointi.formflow.paths.covering import Missed, Path, Paths, paths_of
from kevytasiointi.formflow.paths.telling import Told, in_words, told

__all__ = [
    "Branch",
    "Kind",
    "Missed",
    "Path",
    "Paths",
    "Told",
    "branches_met",
    "branches_of",
    "in_words",
    "paths_of",
    "told",
]
