"""Tags and filters of the components."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from django import template
from django.core.paginator import Page
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from kevytasiointi.core.clock import FINLAND
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.sheet import Line
from kevytasiointi.site import sheet

register = template.Library()

_ICON_NAMES: Final = {"success": "check-circle"}
_ENGLISH_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_KILOBYTE: Final = 1024


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of the sprite. It only decorates: the words beside it say the same."""
    address = f"{static('look/icons.svg')}#{_ICON_NAMES.get(name, name)}"
    return format_html('<svg class="icon" aria-hidden="true" focusable="false"><use href="{}"/></svg>', address)


@register.simple_block_tag
def notification(content: str, kind: str = "info", title: str = "", role: str = "") -> SafeString:
    return render_to_string(
        "components/notification.html", {"content": content, "kind": kind, "title": title, "role": role}
    )


@register.simple_block_tag
def expander(content: str, summary: str, *, is_open: bool = False) -> SafeString:
    return render_to_string("components/expander.html", {"content": content, "summary": summary, "is_open": is_open})


@register.simple_tag
def crumb(label: str, address: str) -> list[tuple[str, str]]:
    """The one page above this one, for `components/breadcrumb.html`."""
    return [(label, address)]


@register.filter
def text(value: Text | Mapping[str, str] | None) -> str:
    """The text in the language of the page."""
    if not value:
        return ""
    return (value if isinstance(value, Text) else Text(value)).in_language(get_language() or "fi")


@register.filter
def finnish_date(value: dt.date | dt.datetime | None) -> str:
    """The day in Finland as it is written in the language of the page."""
    if value is None:
        return ""
    day = value.astimezone(FINLAND).date() if isinstance(value, dt.datetime) else value
    if get_language() == "en":
        return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day}.{day.month}.{day.year}"


@register.filter
def finnish_time(value: dt.datetime | None) -> str:
    """The time of day in Finland: 14.32, in English 14:32."""
    if value is None:
        return ""
    local = value.astimezone(FINLAND)
    return f"{local.hour}{':' if get_language() == 'en' else '.'}{local.minute:02}"


@register.filter
def finnish_datetime(value: dt.datetime | None) -> str:
    """Day and time in Finland: 24.11.2026 klo 14.32."""
    if value is None:
        return ""
    at = {"sv": "kl.", "en": "at"}.get(get_language() or "fi", "klo")
    return f"{finnish_date(value)} {at} {finnish_time(value)}"


@register.filter
def file_size(size: int) -> str:
    """In kilobytes or megabytes, with the decimal sign of the language."""
    if size < _KILOBYTE * _KILOBYTE:
        return f"{max(1, round(size / _KILOBYTE))} kB"
    megabytes = f"{size / _KILOBYTE / _KILOBYTE:.1f} MB"
    return megabytes if get_language() == "en" else megabytes.replace(".", ",")


@register.filter
def at(mapping: Mapping[str, str] | None, key: str) -> str:
    """What the mapping has for the key; empty if it has nothing."""
    return mapping.get(key, "") if mapping else ""


@register.filter
def blocks(lines: Sequence[Line]) -> list[sheet.Block]:
    """The lines of a section of a sheet, each row of a group under its heading."""
    return sheet.blocks(lines)


@register.filter
def beside(left: Iterable[object], right: Iterable[object]) -> list[tuple[object, object]]:
    """Pairs of the two lists."""
    return list(zip_longest(left, right, fillvalue=""))


@register.filter
def page_numbers(page: "Page[object]") -> list[int]:
    """Numbers to show in the pagination; 0 stands for those left out."""
    elided = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else 0 for number in elided]
