"""Pictures: of a bearable size before anything is decoded, and whole."""

import struct
import warnings
from collections.abc import Mapping
from typing import IO, Final

import pillow_heif
from PIL import Image, UnidentifiedImageError

from kevytasiointi.attachments.refusals import Broken, TooManyPixels
from kevytasiointi.attachments.rules import MAX_PIXELS

pillow_heif.register_heif_opener()

_FORMATS: Final[Mapping[str, tuple[str, ...]]] = {
    "jpg": ("JPEG",),
    "png": ("PNG",),
    "heic": ("HEIF",),
    "webp": ("WEBP",),
}
# What Pillow raises on damaged files, by its own list and by trial.
_DAMAGE: Final = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    RuntimeError,
    LookupError,
    ArithmeticError,
    TypeError,
    struct.error,
    UnidentifiedImageError,
)
_MILLION: Final = 1_000_000
_JPEG_SHRINK: Final = 8


def check_picture(file: IO[bytes], kind: str) -> None:
    """Refuses `TooManyPixels` from the header alone, and `Broken` after decoding once."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about damage that Pillow can live with
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            _refuse_large(file, kind)
            _refuse_broken(file, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many() from error
    except _DAMAGE as error:
        raise Broken from error


def _refuse_large(file: IO[bytes], kind: str) -> None:
    with Image.open(file, formats=_FORMATS[kind]) as picture:
        width, height = picture.size
    if width * height > MAX_PIXELS:
        raise _too_many()


def _refuse_broken(file: IO[bytes], kind: str) -> None:
    if kind == "png":  # its checksums first: cheaper than decoding, and decoding doesn't look at all of them
        file.seek(0)
        with Image.open(file, formats=_FORMATS[kind]) as picture:
            picture.verify()
    file.seek(0)
    with Image.open(file, formats=_FORMATS[kind]) as picture:
        # A JPEG is read whole but decoded to an eighth, in little memory; for other types this does nothing.
        picture.draft("RGB", (picture.width // _JPEG_SHRINK, picture.height // _JPEG_SHRINK))
        picture.load()


def _too_many() -> TooManyPixels:
    return TooManyPixels(megapixels=MAX_PIXELS // _MILLION)
