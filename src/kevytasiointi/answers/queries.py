"""What is on a sheet. Whose sheet it is, and who may see it, is known above."""

import re
from collections.abc import Mapping
from typing import Final

from django.conf import settings

from kevytasiointi.answers.models import AnswerSheet
from kevytasiointi.core.sealing import SealBroken
from kevytasiointi.formflow.answers import Answers

_IDENTITY_CODE: Final = re.compile(r"\d{6}[-+A-FU-Y]\d{3}[0-9A-Z]")
_SHOWN_OF_IDENTITY_CODE: Final = 7
_HIDDEN: Final = "****"


def sheet(sheet_id: int) -> AnswerSheet:
    """The sheet as it is now."""
    return AnswerSheet.objects.select_related("version").defer("version__content").get(pk=sheet_id)


def answers_of(sheet: AnswerSheet) -> Answers:
    """The answers as the engine takes them. Of secret ones it learns only that they exist."""
    return Answers(sheet.answers, frozenset(secret.key for secret in sheet.secrets.all()), sheet.typed)


def masked_secrets_of(sheet: AnswerSheet) -> Mapping[str, str]:
    """Key → what may be shown: the date of birth of an identity code, nothing of anything else.

    A secret whose key is lost is hidden whole; a page must not fail for it.
    """
    masked = {}
    for secret in sheet.secrets.all():
        try:
            masked[secret.key] = _mask(settings.SEALER.open(secret.ciphertext, place=secret.place))
        except SealBroken:
            masked[secret.key] = _HIDDEN
    return masked


def plain_secrets_of(sheet: AnswerSheet) -> Mapping[str, str]:
    """Key → the secret itself. The caller must have logged the look first. Raises `SealBroken`."""
    return {secret.key: settings.SEALER.open(secret.ciphertext, place=secret.place) for secret in sheet.secrets.all()}


def _mask(plain: str) -> str:
    return plain[:_SHOWN_OF_IDENTITY_CODE] + _HIDDEN if _IDENTITY_CODE.fullmatch(plain) else _HIDDEN
