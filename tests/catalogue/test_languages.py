import pytest
from django.conf import settings

from kevytasiointi.catalogue.folder import read_folder
from kevytasiointi.catalogue.languages import complete_languages
from kevytasiointi.core.text import Text


@pytest.fixture(scope="module")
def noise():
    definitions = read_folder(settings.BASE_DIR / "definitions").procedures
    return next(one for one in definitions if one.id == "meluilmoitus")


def test_a_shared_form_is_whole_in_three_languages(noise):
    assert complete_languages(noise) == ("fi", "sv", "en")


def test_one_text_that_is_missing_makes_the_language_incomplete(noise):
    question = noise.form.pages[0].questions[0]
    halfway = question.model_copy(update={"label": Text(fi="Mitä?", sv="Vad?")})
    page = noise.form.pages[0].model_copy(update={"questions": (halfway, *noise.form.pages[0].questions[1:])})
    form = noise.form.model_copy(update={"pages": (page, *noise.form.pages[1:])})
    assert complete_languages(noise.model_copy(update={"form": form})) == ("fi", "sv")
