"""What the length of a form costs: the same first page in forms of 10, 100 and 300 questions."""

import json
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import seed
from customer import SLUG, hidden_fields
from django.conf import settings
from django.test import Client

from kevytasiointi.authorities.models import Authority
from kevytasiointi.catalogue import queries as catalogue
from kevytasiointi.catalogue.definition import ProcedureDefinition, canonical, read_stored
from kevytasiointi.core import clock
from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.engine import check
from kevytasiointi.formflow.loading import read

LENGTHS = (10, 100, 300)
_PER_PAGE = 10
_ROUNDS = 15
_ANSWER = "Vastaus"
_people = count(1000)


def long_forms(authority: Authority) -> dict[str, Any]:
    """Milliseconds of processor time per length, printed too; medians of some rounds.

    `new_definition` is what the first visitor of a new version waits for: reading the published version,
    checking the answers, rendering the page. `file` is reading and checking the author's file.
    """
    print("\nWhat the length of a form costs, ms of processor time:")
    return {str(length): _measured(authority, length) for length in LENGTHS}


def _measured(authority: Authority, length: int) -> dict[str, float]:
    slug = f"pitka-{length}"
    text = _definition(slug, length)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "procedures" / f"{slug}.yaml"
        file.parent.mkdir()
        file.write_text(text, encoding="utf-8")
        seed.load(Path(folder))
    seed.offer(authority, slug)
    definition = read(text, file=slug, model=ProcedureDefinition)
    stored = canonical(definition)
    answers = Answers({f"q{number}": _ANSWER for number in range(length)})
    customer, page = _draft(slug)
    fields = _filled(customer, page)
    found = {
        "file": _ms(lambda: read(text, file=slug, model=ProcedureDefinition)),
        "load": _ms(lambda: read_stored(stored)),
        "check": _ms(lambda: check(definition.form, answers, today=clock.today())),
        "page": _ms(lambda: _answered(customer.get(page, secure=True), 200)),
        "save": _ms(lambda: _save(customer, page, fields)),
        "new_definition": _ms(lambda: _new_definition(customer, page)),
    }
    print(f"  {length:>3} questions, {len(text) // 1000} kB: {json.dumps(found)}")
    return found


def _new_definition(customer: Client, page: str) -> None:
    """The page as the first visitor of a version gets it: nothing of the definition has been read yet."""
    catalogue._read.cache_clear()  # noqa: SLF001 - a new version is what isn't in it
    _answered(customer.get(page, secure=True), 200)


def _save(customer: Client, page: str, fields: Mapping[str, Sequence[str]]) -> None:
    _answered(customer.post(page, fields, secure=True), 302)


def _filled(customer: Client, page: str) -> dict[str, list[str]]:
    """What a browser would post from the page when it has been filled and "save and leave" is pressed."""
    html = customer.get(page, secure=True).content.decode()
    fields: dict[str, list[str]] = {"do": ["save"]}
    for name, value in hidden_fields(html):
        fields.setdefault(name, []).append(value)
    return fields | {f"q-q{number}": [_ANSWER] for number in range(_PER_PAGE)}


def _draft(slug: str) -> tuple[Client, str]:
    """Somebody with a draft of the form, and the address of its first page."""
    customer = Client(enforce_csrf_checks=False, headers={"host": settings.ENVIRONMENT.host})
    customer.cookies[settings.SESSION_COOKIE_NAME] = seed.a_session(seed.a_person(next(_people)))
    start = customer.post(
        f"/fi/procedures/{slug}/start/", {"municipality": seed.MUNICIPALITY}, secure=True, follow=True
    )
    _answered(start, 200)
    return customer, str(start.request["PATH_INFO"])


def _answered(answer: Any, status: int) -> None:
    if answer.status_code != status:
        raise SystemExit(f"{answer.request['PATH_INFO']} was answered {answer.status_code}, not {status}")


def _ms(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(_ROUNDS):
        began = time.process_time()
        work()
        times.append((time.process_time() - began) * 1000)
    return round(statistics.median(times), 1)


def _definition(slug: str, length: int) -> str:
    """The measured form's facts with other questions: a third of them depend on the one before."""
    measured = (Path(__file__).with_name("definitions") / "procedures" / f"{SLUG}.yaml").read_text(encoding="utf-8")
    facts, _, _ = measured.partition("\nform:")
    pages = [_page(first, min(first + _PER_PAGE, length)) for first in range(0, length, _PER_PAGE)]
    return facts.replace(f"id: {SLUG}", f"id: {slug}") + "\nform:\n  pages:\n" + "".join(pages)


def _page(first: int, end: int) -> str:
    title = f"    - id: p{first}\n      title: {{fi: Sivu {first}, sv: Sida {first}, en: Page {first}}}\n      questions:\n"
    return title + "".join(_question(number) for number in range(first, end))


def _question(number: int) -> str:
    condition = f'          show_if: q{number - 1} != ""\n' if number % 3 == 2 else ""
    return (
        f"        - id: q{number}\n"
        "          type: text\n"
        f"          label: {{fi: Kysymys {number}, sv: Fråga {number}, en: Question {number}}}\n"
        "          help: {fi: Vastaa lyhyesti., sv: Svara kort., en: Answer briefly.}\n"
        f"{condition}"
        "          purpose: {basis: hallintolaki16}\n"
    )
