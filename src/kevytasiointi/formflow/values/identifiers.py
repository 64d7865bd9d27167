"""Identifiers with a form or a check digit of their own, and ways to reach people."""

import re
from collections.abc import Callable
from typing import Final

from stdnum import exceptions, iban
from stdnum.fi import hetu, ytunnus

from kevytasiointi.formflow.values.reading import Unreadable
from kevytasiointi.formflow.values.text import clean_line, within

MAX_NAME: Final = 200
_MAX_EMAIL: Final = 254
_MAX_POSTCODE: Final = 12

# RFC 5321 allows more in front of the @, but nobody's address has it; the domain may be international.
_EMAIL: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
                           r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}")  # fmt: skip
_PHONE: Final = re.compile(r"\+?[0-9]{5,15}")
_PHONE_MARKS: Final = re.compile(r"[\s().\-\u2010-\u2015/]")
_DASHES: Final = re.compile(r"[\u2010-\u2015\u2212]")
_POSTCODE: Final = re.compile(r"[0-9]{5}")
_MUNICIPALITY: Final = re.compile(r"[0-9]{3}")
_PROPERTY: Final = re.compile(r"([0-9]{1,3})-([0-9]{1,3})-([0-9]{1,4})-([0-9]{1,4})")
_PROPERTY_DIGITS: Final = re.compile(r"([0-9]{3})([0-9]{3})([0-9]{4})([0-9]{4})")


def read_line(typed: str, *, part: str = "", limit: int = MAX_NAME) -> str | None:
    return within(clean_line(typed), limit, part=part) or None


def read_email(typed: str, *, part: str = "") -> str | None:
    address = clean_line(typed)
    if address and (len(address) > _MAX_EMAIL or not _EMAIL.fullmatch(address)):
        raise Unreadable("email", part=part)
    return address or None


def read_phone(typed: str, *, part: str = "") -> str | None:
    """Digits, with `+` in front of a country code; otherwise as it was typed."""
    number = _PHONE_MARKS.sub("", clean_line(typed).replace("(0)", ""))
    if number and not _PHONE.fullmatch(number):
        raise Unreadable("phone", part=part)
    return number or None


def read_postcode(typed: str, *, part: str = "") -> str | None:
    """A Finnish postcode."""
    postcode = "".join(clean_line(typed).split())
    if postcode and not _POSTCODE.fullmatch(postcode):
        raise Unreadable("postcode", part=part)
    return postcode or None


def read_foreign_postcode(typed: str, *, part: str = "") -> str | None:
    return read_line(typed, part=part, limit=_MAX_POSTCODE)


def read_municipality(typed: str) -> str | None:
    """A three-digit code. That a municipality has it is the caller's to know."""
    code = clean_line(typed)
    if code and not _MUNICIPALITY.fullmatch(code):
        raise Unreadable("municipality")
    return code or None


def read_property_id(typed: str) -> str | None:
    """`91-1-2-3`, also from the fourteen digits of the register."""
    bare = "".join(clean_line(typed).split())
    if not bare:
        return None
    found = _PROPERTY.fullmatch(bare) or _PROPERTY_DIGITS.fullmatch(bare)
    if found is None or int(found[1]) == 0:
        raise Unreadable("property_id")
    return "-".join(str(int(number)) for number in found.groups())


def read_business_id(typed: str, *, part: str = "") -> str | None:
    return _checked(typed, lambda bare: str(ytunnus.format(ytunnus.validate(bare))), code="business_id", part=part)


def read_identity_code(typed: str) -> str | None:
    """A Finnish personal identity code in capitals; those of test persons (900-999) too."""
    return _checked(typed, lambda bare: str(hetu.validate(bare, allow_temporary=True)), code="identity_code")


def read_iban(typed: str) -> str | None:
    return _checked(typed, lambda bare: str(iban.validate(bare)), code="iban")


def show_iban(stored: str) -> str:
    return str(iban.format(stored))


def _checked(typed: str, validate: Callable[[str], str], *, code: str, part: str = "") -> str | None:
    bare = _DASHES.sub("-", clean_line(typed))
    if not bare:
        return None
    # The checks of the library know digits of every script; registers know 0-9.
    if not bare.isascii():
        raise Unreadable(code, part=part)
    try:
        return validate(bare)
    except exceptions.ValidationError:
        raise Unreadable(code, part=part) from None
