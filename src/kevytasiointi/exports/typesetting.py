"""Text and data into a PDF by typst: PDF/A-2a for the archive and PDF/UA-1 for everyone, in one file."""

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import typst

from kevytasiointi.exports.receipt.glyphs import FONTS_FOLDER, printable


def typeset(template: bytes, *, name: str, document: Mapping[str, Any], made_at: dt.datetime) -> bytes:
    """The PDF of `document`, which the template reads from `sys.inputs` under `name`. The same data give the same bytes.

    Text goes in as data and can't become markup; it must be printable (see `all_printable`).
    """
    return typst.compile(
        template,
        format="pdf",
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={name: json.dumps(document, ensure_ascii=False)},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=made_at.astimezone(dt.UTC).replace(microsecond=0),
    )


def all_printable(value: Any) -> Any:
    """The document with every text made printable: only what the fonts have can stand in such a file."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: all_printable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [all_printable(inner) for inner in value]
    return value


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS_FOLDER)])
