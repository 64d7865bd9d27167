"""The attachment of the measured application: a real PDF of one megabyte, the same bytes every time."""

import io
import random
from functools import cache

import pikepdf

SIZE = 1_000_000
_PAGES = 8
_IMAGE_WIDTH = 200


@cache
def one_megabyte() -> bytes:
    """Eight pages, each with text and a picture that doesn't compress, as in a scanned plan."""
    noise = random.Random(118)
    with pikepdf.new() as pdf:
        for number in range(_PAGES):
            _add_page(pdf, number, noise.randbytes(SIZE // _PAGES // _IMAGE_WIDTH // 3 * 3 * _IMAGE_WIDTH))
        return _saved(pdf)


def with_script() -> bytes:
    """A small PDF that acts by itself when it is opened. It must be refused."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        return _saved(pdf)


def _add_page(pdf: pikepdf.Pdf, number: int, picture: bytes) -> None:
    page = pdf.add_blank_page()
    image = pikepdf.Stream(
        pdf,
        picture,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=_IMAGE_WIDTH,
        Height=len(picture) // _IMAGE_WIDTH // 3,
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
    )
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.obj.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary(Picture=image), Font=pikepdf.Dictionary(Text=pdf.make_indirect(font))
    )
    text = f"q 500 0 0 500 56 200 cm /Picture Do Q BT /Text 12 Tf 56 780 Td (Plan, page {number + 1}) Tj ET"
    page.obj.Contents = pikepdf.Stream(pdf, text.encode())


def _saved(pdf: pikepdf.Pdf) -> bytes:
    content = io.BytesIO()
    pdf.save(content, deterministic_id=True)
    return content.getvalue()
