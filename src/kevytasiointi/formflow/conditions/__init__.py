"""Conditions: small expressions in CEL over earlier answers. Yes, no, or unknown; never an exception."""

from kevytasiointi.formflow.conditions.evaluation import (
    NO,
    TODAY,
    YES,
    Answer,
    ConditionError,
    Conditions,
    Truth,
    Unknown,
    answered,
    column,
    conditions_of,
    in_row,
)
from kevytasiointi.formflow.conditions.faults import Fault, Site, asked_question, condition_faults, sites

__all__ = [
    "NO",
    "TODAY",
    "YES",
    "Answer",
    "ConditionError",
    "Conditions",
    "Fault",
    "Site",
    "Truth",
    "Unknown",
    "answered",
    "asked_question",
    "column",
    "condition_faults",
    "conditions_of",
    "in_row",
    "sites",
]
