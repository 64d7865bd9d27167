"""What is wrong with a form, and what its author should look at. Pure: form and day in, findings out."""

import datetime as dt
from collections.abc import Iterator

from pydantic import BaseModel

from kevytasiointi.formflow.conditions import condition_faults
from kevytasiointi.formflow.lint.asking import asking_findings
from kevytasiointi.formflow.lint.findings import Finding, Severity
from kevytasiointi.formflow.lint.reaching import reaching_findings
from kevytasiointi.formflow.lint.texts import text_findings
from kevytasiointi.formflow.spec import Form

__all__ = ["Finding", "Severity", "lint", "lint_texts"]


def lint(form: Form, *, today: dt.date) -> tuple[Finding, ...]:
    """Errors first, each kind in reading order. Conditions and limits may hang on `today`.

    While a condition can't be used, only that is told: the rest can't be judged yet.
    """
    faults = tuple(
        Finding(fault.code, fault.place, fault.message, fault.mend, Severity.ERROR) for fault in condition_faults(form)
    )
    if faults:
        return faults
    found = (*reaching_findings(form, today=today), *asking_findings(form, today=today), *text_findings(form))
    return tuple(sorted(found, key=lambda finding: not finding.is_error))


def lint_texts(definition: BaseModel, *, besides: tuple[str, ...] = ()) -> Iterator[Finding]:
    """The findings on the texts of any definition, without what is under the keys `besides`."""
    return text_findings(definition, besides=besides)
