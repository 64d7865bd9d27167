"""Each procedure goes the whole way: filled in, sent, found at its desk, handled, told.

The first seven do it in each language, the others in one, in turn; that no text of theirs is missing in the
others, on page, paper and in letters, is seen in `definitions/test_paths.py`.
"""

import datetime as dt
from importlib import import_module

import pytest

from attachments import corpus
from kevytasiointi.core import clock
from support.walker import Walker, fill_in

# Procedure, the official who handles it in the demonstration, and how it can end.
PROCEDURES = [
    ("meluilmoitus", "Onni", "decision_given"),
    ("elintarvikemyynti", "Onni", None),
    ("alueen-kaytto", "Onni", None),
    ("katu-liikennejarjestelyt", "Onni", None),
    ("suuri-yleisotilaisuus", "Onni", None),
    ("jatehuoltosuunnitelma", "Onni", None),
    ("tilapainen-leirintaalue", "Onni", None),
    ("maasto-ja-vesiliikenne", "Onni", None),
    ("tilapainen-rakennelma", "Onni", None),
    ("tupakkatuotteiden-myynti", "Onni", None),
    ("ulkotarjoilu", "Onni", None),
    ("ymparistolupa", "Onni", None),
    ("yleisotilaisuus", "Pirkko", None),
    ("pelastussuunnitelma", "Reino", None),
    ("kemikaali-ilmoitus", "Reino", None),
    ("vapaamuotoinen-ilmoitus", "Tuula", None),
    ("yleinen-kokous", "Pirkko", "received"),
    ("jarjestyksenvalvojat", "Pirkko", "partly_granted"),
    ("ilotulitusnaytos", "Pirkko", "decision_given"),
    ("pienkerays", "Pirkko", "decision_given"),
    ("ilotulitteet", "Reino", "decision_given"),
    ("tehosteet-ja-tuliesitys", "Reino", "noted"),
    ("nestekaasu-tapahtumassa", "Reino", "decision_given"),
    ("oljysailio", "Reino", "received"),
    ("ysl-rekisterointi", "Onni", None),
    ("valvontapyynto", "Onni", None),
    ("rakentamislupa", "Onni", None),
    ("purkaminen", "Onni", None),
    ("poikkeamislupa", "Onni", None),
    ("sijoittamislupa-puhdas-siirtyma", "Onni", None),
    ("ysl-yleinen-ilmoitus", "Onni", None),
    ("sivutuotteet", "Onni", None),
    ("elintarviketoiminnan-rekisterointi", "Onni", None),
    ("terveydensuojeluilmoitus", "Onni", None),
    ("maa-aineslupa", "Onni", None),
    ("kompostointi-ilmoitus", "Onni", None),
    ("valvontapyynto-terveys", "Onni", None),
]
IN_EACH_LANGUAGE = {
    "meluilmoitus",
    "elintarvikemyynti",
    "ymparistolupa",
    "yleisotilaisuus",
    "pelastussuunnitelma",
    "kemikaali-ilmoitus",
    "vapaamuotoinen-ilmoitus",
}
LANGUAGES = ("fi", "sv", "en")


def languages_of(procedure: str) -> tuple[str, ...]:
    turn = [name for name, *_ in PROCEDURES].index(procedure) % len(LANGUAGES)
    return LANGUAGES if procedure in IN_EACH_LANGUAGE else (LANGUAGES[turn],)


def the_answers(procedure: str) -> dict:
    day = clock.today() + dt.timedelta(days=45)
    module = import_module(f"e2e.answers_{procedure.replace('-', '_')}")
    return module.answers(f"{day.day}.{day.month}.{day.year}")


@pytest.fixture
def a_file(tmp_path):
    file = tmp_path / "liite.pdf"
    file.write_bytes(corpus.pdf())
    return file


@pytest.mark.parametrize(("procedure", "official", "outcome"), PROCEDURES, ids=[row[0] for row in PROCEDURES])
def test_sent_and_handled(  # noqa: PLR0917 - fixtures and the row of the table
    service, open_page, a_file, procedure, official, outcome
):
    aino, handler = Walker(open_page(), service.address), Walker(open_page(), service.address)
    aino.sign_in("Aino")
    handler.sign_in(official)
    for language in languages_of(procedure):
        aino.language = handler.language = language
        reference = send(aino, procedure, a_file)
        handle(handler, reference, outcome)
        aino.go("applications/")
        row = aino.page.locator("tr", has_text=reference)
        assert row.locator(".badge--done").count() == 1


def test_a_first_aid_plan_is_sent(service, open_page, a_file):
    # Nobody of the cast works in health care.
    aino = Walker(open_page(), service.address)
    aino.sign_in("Aino")
    for language in LANGUAGES:
        aino.language = language
        reference = send(aino, "ensiapusuunnitelma", a_file)
        aino.go("applications/")
        assert aino.page.locator("tr", has_text=reference).count() == 1


def send(walker: Walker, procedure: str, file) -> str:
    walker.start(procedure, "638")
    for _page in fill_in(walker, the_answers(procedure), file):
        pass
    walker.page.locator("form[action$='/send/'] button").click()
    return walker.reference


def handle(walker: Walker, reference: str, outcome: str | None) -> None:
    walker.go("desk/")
    walker.page.locator("tr", has_text=reference).locator("a").click()
    walker.page.locator("form[action$='/take/'] button").click()
    choices = walker.page.locator("#target option[value^='handled:']")
    walker.page.locator("#target").select_option(
        f"handled:{outcome}" if outcome else choices.first.get_attribute("value")
    )
    walker.page.locator("form[action$='/status/'] button").click()
