"""Why a file isn't taken in, each with a sentence that says what to do about it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kevytasiointi.core.refusals import Refusal


class FileRefused(Refusal):
    """The base of them all. `params` fills the sentence and never holds content of the file."""

    code: ClassVar[str] = "file_refused"
    text: ClassVar[str | Promise] = _("The file could not be received.")

    def __init__(self, **params: str | int) -> None:
        super().__init__(self.code)
        self.params: Mapping[str, Any] = params

    @property
    def sentence(self) -> str:
        """What people read, in the language of the moment."""
        return str(self.text) % self.params


class TooLarge(FileRefused):
    code = "file_too_large"
    text = _("The file is larger than %(max_mb)s MB. Make it smaller or divide it into several files.")


class EmptyFile(FileRefused):
    code = "file_empty"
    text = _("The file is empty. Check that you chose the right file.")


class TypeNotAccepted(FileRefused):
    code = "file_type_not_accepted"
    text = _("Files of this type cannot be attached here. Choose one of these types: %(accepted)s.")


class ContentDisagrees(FileRefused):
    code = "file_content_disagrees"
    text = _(
        "The content of the file is not what its name says (.%(extension)s). "
        "Open the file in the program it was made with and save it again in an accepted type."
    )


class Encrypted(FileRefused):
    code = "file_encrypted"
    text = _("The file is protected with a password or encryption. Save it without protection and attach it again.")


class Broken(FileRefused):
    code = "file_broken"
    text = _(
        "The file is broken or incomplete and cannot be opened. "
        "Check that it opens on your own device, save it again and attach the new file."
    )


class ActiveContent(FileRefused):
    """Something in the file acts when it is opened, or another file hides in it; `found` names it for the log."""

    code = "file_active_content"
    text = _(
        "The file contains a program, a macro, an automatic link or another file inside it. "
        "For safety, such files are not received. Print or save it as an ordinary PDF and attach that."
    )


class ExpandsTooFar(FileRefused):
    code = "file_expands_too_far"
    text = _("The file would become too large when it is opened. Save it as a PDF and attach that.")


class TooManyPixels(FileRefused):
    code = "file_too_many_pixels"
    text = _("The picture has more than %(megapixels)s million pixels. Save it in a smaller size.")


class NotKept(FileRefused):
    """The storage didn't take the file: full or out of reach. Nothing of it was kept."""

    code = "file_not_kept"
    text = _("The file could not be saved just now. Your other answers are safe. Try again in a moment.")
