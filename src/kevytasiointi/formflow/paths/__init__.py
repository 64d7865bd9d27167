"""Synthetic answers that go through every branch of a form, made from its conditions. Pure and always the same."""

from kevytasiointi.formflow.paths.branches import Branch, Kind, branches_met, branches_of
from kevytasiointi.formflow.paths.covering import Missed, Path, Paths, paths_of

__all__ = ["Branch", "Kind", "Missed", "Path", "Paths", "branches_met", "branches_of", "paths_of"]
