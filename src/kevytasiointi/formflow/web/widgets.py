"""The web's table of question types: which template shows each, and how its inputs behave.

A new type is one row here, beside its rows in `values.kinds`, `bindings` and `display`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kevytasiointi.formflow.spec import OneOfQuestion, Question

_MOST_RADIO_BUTTONS: Final = 10


@dataclass(frozen=True, slots=True)
class Widget:
    """`template` below `formflow/widgets/`; `is_group` when several inputs need a fieldset and a legend."""

    template: str
    is_group: bool = False
    hint: str | Promise = ""


@dataclass(frozen=True, slots=True)
class InputLook:
    """Attributes of one text input. `autocomplete` only where the answer is about the person who fills in."""

    type: str = "text"
    inputmode: str = ""
    autocomplete: str = ""
    size: str = ""
    hint: str | Promise = ""
    spellcheck: bool = True


_DAY_HINT: Final = _("For example 24.11.2026")
_TIME_HINT: Final = _("For example 9.30")
_DAY: Final = InputLook(size="w10", hint=_DAY_HINT, spellcheck=False)
_TIME: Final = InputLook(size="w4", hint=_TIME_HINT, spellcheck=False)
_PLAIN: Final = InputLook()

WIDGETS: Final[Mapping[str, Widget]] = {
    "text": Widget("line.html"),
    "long_text": Widget("long_text.html"),
    "integer": Widget("line.html"),
    "decimal": Widget("line.html"),
    "money": Widget("line.html"),
    "date": Widget("line.html", hint=_DAY_HINT),
    "time": Widget("line.html", hint=_TIME_HINT),
    "date_range": Widget("parts.html", is_group=True),
    "period": Widget("parts.html", is_group=True),
    "yes_no": Widget("choices.html", is_group=True),
    "one_of": Widget("choices.html", is_group=True),
    "many_of": Widget("choices.html", is_group=True),
    "email": Widget("line.html"),
    "phone": Widget("line.html"),
    "address": Widget("parts.html", is_group=True),
    "municipality": Widget("select.html"),
    "property_id": Widget("line.html", hint=_("For example 91-1-2-3")),
    "person": Widget("parts.html", is_group=True),
    "organisation": Widget("parts.html", is_group=True),
    "identity_code": Widget("identity_code.html"),
    "iban": Widget("line.html", hint=_("Account number in the IBAN form, which begins with the country: FI…")),
    "attachment": Widget("attachment.html"),
    "repeat": Widget("repeat.html"),
    "information": Widget("information.html"),
    "declaration": Widget("declaration.html", is_group=True),
}

_LINES: Final[Mapping[str, InputLook]] = {
    "integer": InputLook(inputmode="numeric", size="w10", spellcheck=False),
    "decimal": InputLook(inputmode="decimal", size="w10", spellcheck=False),
    "money": InputLook(inputmode="decimal", size="w10", spellcheck=False),
    "date": _DAY,
    "time": _TIME,
    "email": InputLook(type="email", autocomplete="email", spellcheck=False),
    "phone": InputLook(type="tel", autocomplete="tel", size="w20", spellcheck=False),
    "property_id": InputLook(size="w20", spellcheck=False),
    "identity_code": InputLook(size="w10", spellcheck=False),
    "iban": InputLook(size="w20", spellcheck=False),
}

_PARTS: Final[Mapping[str, InputLook]] = {
    "given_name": InputLook(autocomplete="given-name", spellcheck=False),
    "family_name": InputLook(autocomplete="family-name", spellcheck=False),
    "name": InputLook(autocomplete="organization", spellcheck=False),
    "role": InputLook(autocomplete="organization-title"),
    "email": InputLook(type="email", autocomplete="email", spellcheck=False),
    "phone": InputLook(type="tel", autocomplete="tel", size="w20", spellcheck=False),
    "street": InputLook(autocomplete="address-line1", spellcheck=False),
    "postcode": InputLook(autocomplete="postal-code", inputmode="numeric", size="w10", spellcheck=False),
    "city": InputLook(autocomplete="address-level2", spellcheck=False),
    "country": InputLook(
        autocomplete="country-name", spellcheck=False, hint=_("Leave empty if the address is in Finland")
    ),
    "business_id": InputLook(size="w10", hint=_("For example 1234567-8"), spellcheck=False),
    "register_number": InputLook(size="w20", spellcheck=False),
    "first": _DAY,
    "last": _DAY,
    "first_time": _TIME,
    "last_time": _TIME,
}

_PREFILLED: Final[Mapping[str, str]] = {
    "account.name": "name",
    "account.email": "email",
    "organisation.name": "organization",
}


def widget_of(question: Question) -> Widget:
    if isinstance(question, OneOfQuestion) and len(question.options) > _MOST_RADIO_BUTTONS:
        return Widget("select.html")
    return WIDGETS[question.type]


def look_of(question: Question, part: str) -> InputLook:
    """How the input for the question, or for a part of it, behaves."""
    if part:
        return _PARTS.get(part, _PLAIN)
    look = _LINES.get(question.type, _PLAIN)
    prefilled = _PREFILLED.get(question.prefill or "")
    if prefilled and not look.autocomplete:
        return InputLook(look.type, look.inputmode, prefilled, look.size, look.hint, look.spellcheck)
    return look
