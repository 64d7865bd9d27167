"""Pages, questions and conditions that nobody gets to, or that leave no choice: contradictions."""

import datetime as dt
from collections.abc import Iterator

from kevytasiointi.formflow.conditions import Site, sites
from kevytasiointi.formflow.lint.findings import Finding, Severity
from kevytasiointi.formflow.paths.branches import Branch, Kind, kind_of_site
from kevytasiointi.formflow.paths.goals import Goal, Must
from kevytasiointi.formflow.paths.solving import Found, Solver
from kevytasiointi.formflow.spec import Form, Page, Question

_HIDES = "Mend the condition, or leave out what it rules."


def reaching_findings(form: Form, *, today: dt.date) -> Iterator[Finding]:
    """What the conditions of the form make impossible or needless, in reading order; then what can't be answered.

    It is an error where it is certain. Where answers are without number (text, days, amounts), and none were found
    by which it is otherwise, it is a warning.
    """
    yield from _Reaching(form, today).findings()


class _Reaching:
    def __init__(self, form: Form, today: dt.date) -> None:
        self._form = form
        self._solver = Solver(form, today)
        self._closed: set[str] = set()
        """Ids of pages and questions that nobody gets to; what stands in them is not told again."""

    def findings(self) -> Iterator[Finding]:
        for site in sites(self._form):
            if self._is_inside_closed(site):
                continue
            kind = kind_of_site(self._form, site)
            if kind is Kind.REQUIRE:
                yield from self._on_requiring(site)
            else:
                yield from self._on_showing(site, kind)
        for question in self._form.questions():
            if question.is_answered and not self._solver.supplies[question.id].answers:
                place = next(place for place, one in self._form.placed_questions() if one.id == question.id)
                yield Finding(
                    "unanswerable",
                    place,
                    f"no valid answer could be made up for “{question.id}”",
                    "Check its limits and its pattern: perhaps nobody can answer, or only by chance.",
                )

    def _on_showing(self, site: Site, kind: Kind) -> Iterator[Finding]:
        shown = self._found(Branch(kind, site.owner, wanted=True))
        if shown.assignment is None:
            self._closed.add(_closed_id(kind, site.owner))
            severity = Severity.ERROR if shown.is_certain else Severity.WARNING
            if kind is Kind.PAGE:
                yield self._closed_page(site, severity)
            else:
                yield self._hidden_question(site, severity)
        elif self._is_impossible(Branch(kind, site.owner, wanted=False)):
            yield Finding(
                "always", site.place, f"the condition of “{site.owner}” is always true", "Leave the condition out."
            )

    def _on_requiring(self, site: Site) -> Iterator[Finding]:
        for wanted, said, mend in (
            (True, "never met: the question is never required", "Write required: false, or mend the condition."),
            (False, "always met: the question is always required", "Leave “required” out, or mend the condition."),
        ):
            if self._is_impossible(Branch(Kind.REQUIRE, site.owner, wanted)):
                yield Finding(
                    "required_settled", site.place, f"the condition under “required” of “{site.owner}” is {said}", mend
                )

    def _closed_page(self, site: Site, severity: Severity) -> Finding:
        page = self._form.page(site.owner)
        needed = sum(1 for question in page.questions if _is_needed(question)) if page else 0
        asked = f", and {needed} required of its questions are never asked" if needed else ""
        return Finding(
            "unreachable_page",
            site.place,
            f"the page “{site.owner}” is never shown: its condition {_cannot(severity)}{asked}",
            _HIDES,
            severity,
        )

    def _hidden_question(self, site: Site, severity: Severity) -> Finding:
        question = self._form.question(site.owner)
        needed = ", though an answer is required" if question and _is_needed(question) else ""
        around = self._excluding(site)
        if around:
            return Finding(
                "excluding",
                site.place,
                f"“{site.owner}” is never shown{needed}: its condition and that of {around} exclude each other",
                "Change one of the two conditions.",
                severity,
            )
        return Finding(
            "required_never_shown" if needed else "never",
            site.place,
            f"“{site.owner}” is never shown{needed}: its condition {_cannot(severity)}",
            _HIDES,
            severity,
        )

    def _excluding(self, site: Site) -> str:
        """What the question stands in, if its condition could be met but for the condition of that."""
        group, page = self._form.group_of(site.owner), self._page_of(site)
        around = group if group and group.show_if else page
        if not around.show_if:
            return ""
        row, in_group = (0, group.id) if group else (-1, "")
        alone = Goal((Must(site.expression, wanted=True, row=row, group=in_group),))
        if self._solver.solve(alone).assignment is None:
            return ""
        return f"the group “{around.id}”" if around is group else f"its page “{around.id}”"

    def _page_of(self, site: Site) -> Page:
        return self._form.pages[int(site.place[1])]

    def _is_inside_closed(self, site: Site) -> bool:
        group = self._form.group_of(site.owner)
        around = {_closed_id(Kind.PAGE, self._page_of(site).id), site.owner, group.id if group else ""}
        return bool(around & self._closed)

    def _is_impossible(self, branch: Branch) -> bool:
        found = self._found(branch)
        return found.assignment is None and found.is_certain

    def _found(self, branch: Branch) -> Found:
        """Answers that lead there, in whichever row."""
        tries = [self._solver.solve(self._solver.goal_of(branch, row)) for row in self._solver.rows_of(branch)]
        found = next((one for one in tries if one.assignment is not None), None)
        return found or Found(None, is_certain=all(one.is_certain for one in tries))


def _closed_id(kind: Kind, owner: str) -> str:
    # Pages and questions may have the same id.
    return f"page {owner}" if kind is Kind.PAGE else owner


def _is_needed(question: Question) -> bool:
    return question.is_answered and question.required is not False


def _cannot(severity: Severity) -> str:
    if severity is Severity.ERROR:
        return "can never be true"
    return "was true for no answers that were tried"
