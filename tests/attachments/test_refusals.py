import pytest
from django.utils.translation import override

from kevytasiointi.attachments import refusals
from kevytasiointi.attachments.refusals import FileRefused

PARAMS = {"max_mb": 10, "accepted": "PDF", "extension": "pdf", "found": "macro", "megapixels": 40}
ALL = [FileRefused, *FileRefused.__subclasses__()]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("refusal", ALL)
def test_every_refusal_is_a_sentence_in_every_language(refusal, language):
    with override(language):
        sentence = refusal(**PARAMS).sentence
    assert sentence.endswith(".")
    assert "%" not in sentence


def test_every_refusal_has_a_code_of_its_own():
    assert len({refusal.code for refusal in ALL}) == len(ALL)
    assert all(getattr(refusals, refusal.__name__) is refusal for refusal in ALL)
