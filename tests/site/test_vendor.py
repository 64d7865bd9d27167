"""What was written by others lies here as it was published, with its licence."""

import hashlib
import json
from pathlib import Path

import pytest

_STATIC = Path(__file__).parents[2] / "static"
_VENDOR = _STATIC / "vendor"
_MANIFEST = json.loads((_VENDOR / "manifest.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", _MANIFEST)
def test_the_file_is_the_one_that_was_published(name: str) -> None:
    assert hashlib.sha256((_VENDOR / name).read_bytes()).hexdigest() == _MANIFEST[name]["sha256"]


@pytest.mark.parametrize("name", _MANIFEST)
def test_its_licence_lies_beside_it(name: str) -> None:
    assert (_VENDOR / _MANIFEST[name]["licence_file"]).read_text(encoding="utf-8").strip()


def test_nothing_lies_there_that_the_manifest_does_not_name() -> None:
    named = {"manifest.json", *_MANIFEST, *(one["licence_file"] for one in _MANIFEST.values())}
    assert {path.name for path in _VENDOR.iterdir()} == named


def test_icons_fonts_and_tokens_have_their_licences() -> None:
    assert "Population Register Centre" in (_STATIC / "look" / "LICENSE-suomifi.txt").read_text(encoding="utf-8")
    assert "Open Font License" in (_STATIC / "look" / "fonts" / "LICENSE-source-sans-3.txt").read_text(encoding="utf-8")
