"""The contact sheet: every picture small, side by side, as one page and as one picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_THUMB_WIDTH = {375: 150, 1280: 400, 794: 250}
_HEIGHT = 620
_GAP = 16
_LABEL = 22
_SHEET_WIDTH = 4200
_STYLE = """
body { margin: 1.5rem; font: 16px/1.4 sans-serif; background: #eef1f3; color: #212121; }
section { margin-bottom: 2rem; }
.row { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
figure { margin: 0; }
figcaption { font-size: 0.85rem; }
img { display: block; max-height: 46rem; object-fit: cover; object-position: top; border: 1px solid #9aa3a8; }
.trouble { color: #a82d27; font-weight: bold; }
"""


@dataclass(frozen=True)
class Picture:
    name: str
    language: str
    width: int
    file: Path
    trouble: str = ""

    @property
    def label(self) -> str:
        return f"{self.language} {self.width} px"


def write_page(pictures: Sequence[Picture], folder: Path) -> Path:
    """`index.html` of the folder that the pictures are in."""
    body = "\n".join(_section(name, [p for p in pictures if p.name == name]) for name in _names(pictures))
    page = folder / "index.html"
    page.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page</title><style>{_STYLE}</style>'
        f"<h1>Every page, {len(pictures)} pictures</h1>\n{body}</html>\n",
        encoding="utf-8",
    )
    return page


def _names(pictures: Sequence[Picture]) -> list[str]:
    return list(dict.fromkeys(picture.name for picture in pictures))


def _section(name: str, pictures: Sequence[Picture]) -> str:
    figures = "".join(
        f'<figure><a href="{p.file.name}"><img loading="lazy" width="{_THUMB_WIDTH[p.width]}" src="{p.file.name}" alt=""></a>'
        f"<figcaption>{p.label}{f' <span class=trouble>{escape(p.trouble)}</span>' if p.trouble else ''}</figcaption></figure>"
        for p in pictures
    )
    return f'<section><h2>{escape(name)}</h2><div class="row">{figures}</div></section>'


def write_picture(pictures: Sequence[Picture], file: Path) -> Path:
    """All in one PNG; a long page shows its beginning."""
    places, x, y = [], _GAP, _GAP
    for picture in pictures:
        width = _THUMB_WIDTH[picture.width]
        if x + width + _GAP > _SHEET_WIDTH:
            x, y = _GAP, y + _HEIGHT + _LABEL + _GAP
        places.append((picture, x, y))
        x += width + _GAP
    sheet = Image.new("RGB", (_SHEET_WIDTH, y + _HEIGHT + _LABEL + _GAP), "#eef1f3")
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(14)
    for picture, left, top in places:
        label = f"{picture.name} {picture.language}"
        draw.text((left, top), label, fill="#a82d27" if picture.trouble else "#212121", font=font)
        sheet.paste(_thumb(picture), (left, top + _LABEL))
    sheet.quantize(128).save(file, optimize=True)
    return file


def _thumb(picture: Picture) -> Image.Image:
    width = _THUMB_WIDTH[picture.width]
    with Image.open(picture.file) as shot:
        scale = width / shot.width
        shown = shot.convert("RGB").crop((0, 0, shot.width, min(shot.height, int(_HEIGHT / scale))))
        return shown.resize((width, max(1, int(shown.height * scale))), Image.Resampling.LANCZOS)


def write_small(shot: Path, file: Path, *, width: int) -> None:
    """A picture for a page of the repository: smaller, with few colours."""
    with Image.open(shot) as whole:
        small = whole.convert("RGB").resize(
            (width, round(whole.height * width / whole.width)), Image.Resampling.LANCZOS
        )
    small.quantize(96, dither=Image.Dither.NONE).save(file, optimize=True)
