"""What an authority finds out before it joins, by plain requests and without signing in."""

import io
import re

import pytest
from pypdfium2 import PdfDocument

from access.world import client_of
from kevytasiointi.answers.models import AnswerSheet
from kevytasiointi.applications.models import Application
from kevytasiointi.attachments.models import StoredFile
from kevytasiointi.catalogue import services
from support.cast import LATER
from support.pages import fields_of, problems_on, texts_of

TRIAL = "/fi/for-authorities/small/try/"


def printed(response):
    with PdfDocument(io.BytesIO(response.content)) as document:
        return " ".join("\n".join(page.get_textpage().get_text_range() for page in document).split())


def test_the_catalogue_leads_to_everything_about_a_form(cast, client):
    assert "Pieni ilmoitus" in texts_of(client.get("/fi/for-authorities/"))
    page = texts_of(client.get("/fi/for-authorities/small/"))
    for told in ("Koelaki", "Ensimmäinen versio.", "Versio 1", "Porvoo", "Tampere", "Suomi, Svenska, English"):
        assert told in page
    assert "Mitä tapahtuu?" in page, "the whole form"
    assert "Ei vielä mitattu" in page


def test_a_new_version_is_told_with_its_note(cast, client, tmp_path):
    file = tmp_path / "definitions" / "procedures" / "small.yaml"
    text = file.read_text(encoding="utf-8").replace("fi: Ensimmäinen versio.", "fi: Kysymme nyt vähemmän.")
    file.write_text(text, encoding="utf-8")
    services.load_definitions(folder=tmp_path / "definitions", now=LATER)
    page = texts_of(client.get("/fi/for-authorities/small/"))
    assert page.index("Kysymme nyt vähemmän.") < page.index("Ensimmäinen versio."), "the latest first"


@pytest.mark.parametrize(
    ("language", "question"), [("fi", "Mitä tapahtuu?"), ("sv", "Vad händer?"), ("en", "What happens?")]
)
def test_the_form_is_printed_blank_in_each_language(cast, client, language, question):
    assert question in printed(client.get(f"/{language}/for-authorities/small/form.pdf"))


def test_the_paper_form_is_addressed_where_the_authority_is_known(cast, client):
    cast.porvoo.adoptions.update(contact={"fi": "Kirjaamo, PL 23"})
    assert "Porvoo Kirjaamo, PL 23" in printed(client.get("/fi/for-authorities/small/form.pdf?municipality=638"))
    for unknown in ("091", "000", "nonsense"):
        address = f"/fi/for-authorities/small/form.pdf?municipality={unknown}"
        assert "Viranomainen kertoo, mihin lomake toimitetaan." in printed(client.get(address))


class TestTrial:
    def test_from_the_first_page_to_the_check_and_back(self, cast, client):
        page = client.get(TRIAL)
        assert "Kokeilu: mitään ei tallenneta." in texts_of(page)
        check = client.post(TRIAL, {**fields_of(page), "q-what": "Soitto torilla", "do": "continue"})
        assert "Soitto torilla" in texts_of(check)
        assert "Asiakas voisi nyt lähettää tämän viranomaiselle." in texts_of(check)
        back = client.post(TRIAL, {**fields_of(check), "do": "go:./?page=first"})
        assert fields_of(back)["q-what"] == "Soitto torilla"

    def test_nothing_is_stored(self, cast, client):
        page = client.get(TRIAL)
        picture = io.BytesIO(b"picture")
        picture.name = "kuva.png"
        secret = {"q-what": "Soitto", "q-code": "010190-900P", "q-picture": picture, "do": "continue"}
        check = client.post(TRIAL, {**fields_of(page), **secret})
        assert "kuva.png" in texts_of(check)
        assert "010190" not in check.content.decode()
        for model in (Application, AnswerSheet, StoredFile):
            assert not model.objects.exists()
        assert set(client.cookies) <= {"csrf"}

    def test_what_is_missing_is_told_and_what_was_typed_stays(self, cast, client):
        page = client.get(TRIAL)
        wrong = client.post(TRIAL, {**fields_of(page), "q-how_many": "monta", "do": "continue"})
        assert wrong.status_code == 422
        assert len(problems_on(wrong)) == 2
        assert fields_of(wrong)["q-how_many"] == "monta"
        mended = client.post(TRIAL, {**fields_of(wrong), "q-what": "Soitto", "q-how_many": "5", "do": "continue"})
        assert "Asiakas voisi nyt lähettää" in texts_of(mended)

    def test_the_language_changes_and_the_answers_stay(self, cast, client):
        page = client.get(TRIAL)
        swedish = client.post(TRIAL, {**fields_of(page), "q-what": "Soitto", "language": "sv"})
        assert "Vad händer?" in texts_of(swedish)
        assert fields_of(swedish)["q-what"] == "Soitto"
        check = client.post(TRIAL, {**fields_of(swedish), "do": "continue"})
        assert "Kontrollera dina svar" in texts_of(check)

    def test_a_file_is_taken_away_again_and_no_more_are_taken_than_the_question_allows(self, cast, client):
        page = client.get(TRIAL)
        for name in ("a.png", "b.png", "c.png"):
            picture = io.BytesIO(b"picture")
            picture.name = name
            page = client.post(TRIAL, {**fields_of(page), "q-picture": picture, "do": "upload:picture"})
        assert page.status_code == 422
        assert "c.png" not in texts_of(page)
        remove = re.search(r'value="(remove-file:picture:[^"]+)"', page.content.decode())
        page = client.post(TRIAL, {**fields_of(page), "do": remove[1]})
        assert "a.png" not in texts_of(page)
        assert "b.png" in texts_of(page)

    @pytest.mark.parametrize("token", ["", "nonsense", "eyJ4IjoxfQ:1abc:forged"])
    def test_what_the_page_carries_cannot_be_forged(self, cast, client, token):
        page = client.post(TRIAL, {**fields_of(client.get(TRIAL)), "trial": token, "do": "continue"})
        assert page.status_code == 200
        assert "Kokeilu alkoi alusta" in texts_of(page)

    @pytest.mark.parametrize("target", ["https://elsewhere.example/", "./?page=no_such", "/fi/console/jobs/", ""])
    def test_a_made_up_way_leads_only_inside_the_trial(self, cast, client, target):
        page = client.post(TRIAL, {**fields_of(client.get(TRIAL)), "do": f"go:{target}"})
        assert page.status_code == 200
        assert "Kokeilu: mitään ei tallenneta." in texts_of(page)

    def test_an_autosave_says_that_nothing_is_saved(self, cast, client):
        fields = {**fields_of(client.get(TRIAL)), "q-what": "Soitto", "autosave": "1"}
        answer = client.post(TRIAL, fields, headers={"HX-Request": "true"})
        assert "Kokeilu: mitään ei tallenneta." in texts_of(answer)

    def test_somebody_signed_in_can_try_too(self, cast):
        assert "Mitä tapahtuu?" in texts_of(client_of(cast.eeva).get(TRIAL))
