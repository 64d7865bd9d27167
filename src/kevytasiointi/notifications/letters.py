"""From a notice to the letter that is sent."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.template import Context
from django.template.loader import get_template, render_to_string

from kevytasiointi.core.text import LANGUAGES
from kevytasiointi.notifications.notices import Notice

_LINE_BREAKERS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_LONGEST_SUBJECT: Final = 300


@dataclass(frozen=True, slots=True)
class Letter:
    """One e-mail to one recipient. `text` and `html` say the same."""

    message_id: str
    recipient: str
    language: str
    subject: str
    text: str
    html: str


def message_id(key: str, recipient: str) -> str:
    """The same for the same job and recipient, whenever and wherever it is made.

    A mail system that has seen the message before can tell by it; the recipient isn't readable in it.
    """
    digest = hashlib.sha256(recipient.casefold().encode()).hexdigest()[:16]
    return f"<{key}.{digest}@{settings.ENVIRONMENT.host}>"


def compose(notice: Notice, *, key: str) -> Letter:
    """The letter of `notice`. The first line of its template is the subject, the paragraphs are the text."""
    language = notice.language if notice.language in LANGUAGES else LANGUAGES[0]
    words = {name: clean(getattr(notice, name)) for name in ("procedure", "link", "reference")}
    rendered = _plain(f"notifications/{notice.template}.{language}.txt", words)
    subject, _, text = rendered.strip().partition("\n")
    subject = clean(subject)[:_LONGEST_SUBJECT]
    paragraphs = [clean(paragraph) for paragraph in text.strip().split("\n\n")]
    page = {"language": language, "subject": subject, "paragraphs": paragraphs, "link": words["link"]}
    return Letter(
        message_id=message_id(key, notice.recipient),
        recipient=notice.recipient,
        language=language,
        subject=subject,
        text="\n\n".join(paragraphs) + "\n",
        html=render_to_string("notifications/letter.html", page),
    )


def _plain(template: str, words: Mapping[str, str]) -> str:
    """A template of plain text, in which nothing is to be escaped."""
    found = get_template(template)
    rendered: str = found.template.render(Context(words, autoescape=False))  # type: ignore[attr-defined]
    return rendered


def clean(text: str) -> str:
    """`text` on one line: nothing in it can begin another header, or another paragraph."""
    return _LINE_BREAKERS.sub(" ", text).strip()
