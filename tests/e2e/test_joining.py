"""An authority that isn't in the service joins, rehearses, receives, and leaves one procedure, all in the browser.

With scripts, where each page is looked at by axe, and without.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from attachments import corpus
from e2e.answers_meluilmoitus import answers as noise
from kevytasiointi.core import clock
from kevytasiointi.notifications.models import SentMail
from support.walker import Walker, fill_in

Look = Callable[[Walker], None]
HELSINKI = "091"
MAILBOX = "ymparisto@helsinki.example"
PROCEDURES = ("meluilmoitus", "ymparistolupa", "jatehuoltosuunnitelma")


def written(day: dt.date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


PAGES: Mapping[str, Mapping[str, Any]] = {
    "contacts": {
        "contact_person": {"given_name": "Bo", "family_name": "Esimerkki", "email": "bo@helsinki.example"},
        "has_second_contact": False,
    },
    "procedures": {},
    "area": {"municipalities": "Helsinki"},
    "service": {"languages": ["fi", "sv"], "contact_fi": "Puhelin 000 123", "contact_sv": "Telefon 000 123"},
    "alerts": {"alert_address": MAILBOX, "alert_language": "fi"},
    "start": {"first_day": written(clock.today())},
    "terms": {"terms_accepted": True},
}


def begin(bo: Walker, look: Look) -> None:
    """The notice up to the page on which it is sent."""
    bo.go("for-authorities/")
    bo.page.locator("#joining").locator("..").locator("a.button").click()
    look(bo)
    bo.page.locator("form[action$='/console/joining/'] button").click()
    tell_of_authority(bo)
    for page, answers in PAGES.items():
        assert bo.step == page
        if page == "procedures":
            ask_for_procedures(bo)
        bo.answer(**answers)
        look(bo)
        bo.go_on()


def tell_of_authority(bo: Walker) -> None:
    """Without scripts the sector is asked after "continue", when the type is known."""
    bo.answer(authority_type="municipality")
    bo.answer(
        name_fi="Helsingin ympäristönsuojelu",
        name_sv="Helsingfors miljövård",
        organisation={"name": "Helsingin kaupunki (esimerkki)", "business_id": "9990091-3"},
        organisation_name_sv="Helsingfors stad (exempel)",
    )
    bo.go_on()
    if bo.step == "authority":
        bo.answer(sector="environment")
        bo.go_on()


def ask_for_procedures(bo: Walker) -> None:
    for number, slug in enumerate(PROCEDURES):
        if number:
            bo.press("add-row:procedures")
        bo.answer(
            procedures__procedure=slug.replace("-", "_"), procedures__method="light", procedures__handling_days="30"
        )
        bo.answer(procedures__fee_fi="Päätös maksaa 100 euroa.", procedures__fee_sv="Beslutet kostar 100 euro.")
        if bo.page.locator("textarea[name$='-why_light']").count() <= number:
            bo.go_on()
        bo.answer(procedures__why_light="Kymmenen asiaa vuodessa.")


def letter_to(recipient: str, word: str) -> str:
    """The path of the link in the latest letter that has the word."""
    body = SentMail.objects.filter(recipient=recipient, body__contains=word).first().body
    return re.search(r"https?://[^/\s]+(/\S+)", body)[1]


def confirm_the_mailbox(bo: Walker, anybody: Walker, service: Any, look: Look) -> None:
    bo.sees("Lähetä koeviesti")
    look(bo)
    bo.page.locator("form[action$='/mailbox/'] button").click()
    service.work()
    anybody.page.goto(service.address + letter_to(MAILBOX, "/mailboxes/"))
    look(anybody)
    anybody.page.locator("main form button").click()


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def runs_scripts(request) -> bool:
    return request.param


@pytest.fixture
def someone(service, open_page, runs_scripts) -> Callable[[], Walker]:
    return lambda: Walker(open_page(java_script=runs_scripts), service.address, "fi", runs_scripts)


@pytest.fixture
def look(assert_accessible, runs_scripts) -> Look:
    return lambda walker: assert_accessible(walker.page) if runs_scripts else None


def test_a_new_authority_joins_receives_and_leaves_one_procedure(service, someone, look, tmp_path):
    bo, kerttu, aino = someone(), someone(), someone()
    bo.sign_in("Bo", email="bo@helsinki.example")
    assert coverage(service, aino) == ("not_offered", None)
    begin(bo, look)
    confirm_the_mailbox(bo, someone(), service, look)
    bo.page.reload()
    look(bo)
    bo.page.locator("form[action$='/send/'] button").click()
    bo.sees("odottaa vahvistusta")
    look(bo)

    aino.sign_in("Aino", email="aino@asiakas.example")
    aino.go(f"procedures/meluilmoitus/?municipality={HELSINKI}")
    assert not aino.page.locator("form[action$='/start/']").count(), "nothing is offered before it is confirmed"

    assert coverage(service, aino) == ("not_offered", None)
    decide(kerttu, look)
    assert coverage(service, aino) == ("adopted", None)
    service.work()
    assert SentMail.objects.filter(recipient=MAILBOX, subject__contains="vahvistettu").exists()

    become_handler(bo, look)
    rehearse(bo, service, look)
    reference = send_noise(aino, tmp_path)
    service.work()
    assert letter_to(MAILBOX, reference)

    detach(bo, look)
    tomorrow = clock.today() + dt.timedelta(days=1)
    assert coverage(service, aino) == ("adopted", tomorrow.isoformat())
    handle(bo, reference)


def coverage(service: Any, anybody: Walker) -> tuple[str, str | None]:
    """What the open data say of the noise notification in Helsinki: the state, and the first day without it."""
    found = anybody.page.request.get(f"{service.address}/coverage/meluilmoitus.json")
    row = next(each for each in found.json()["municipalities"] if each["code"] == HELSINKI)
    return row["state"], row["valid_to"]


def rehearse(bo: Walker, service: Any, look: Look) -> None:
    """The checklist follows what is done, and the inbox stays empty."""
    open_the_noise_notification(bo)
    bo.page.locator("main a[href$='/rehearsals/']").click()
    look(bo)
    bo.page.locator("form[action$='/rehearsals/'] button").click()
    service.work()
    bo.page.reload()
    look(bo)
    assert bo.page.locator("td[data-label='Tehty']", has_text="ei vielä").count() == 6
    checklist = bo.page.url
    bo.page.locator("a[href*='/desk/cases/']").click()
    bo.sees("Tämä on harjoitus")
    look(bo)
    bo.page.locator("form[action$='/take/'] button").click()
    bo.page.goto(checklist)
    assert bo.page.locator("td[data-label='Tehty']", has_text="ei vielä").count() == 4
    bo.go("desk/")
    assert bo.page.locator("main tbody tr").count() == 0


def handle(bo: Walker, reference: str) -> None:
    """What is pending stays to be handled."""
    bo.go("desk/")
    bo.sees(reference)
    bo.page.locator("tbody a").first.click()
    bo.page.locator("form[action$='/take/'] button").click()
    bo.sees("Käsittelyssä")


def decide(kerttu: Walker, look: Look) -> None:
    kerttu.sign_in("Kerttu")
    kerttu.go("console/")
    look(kerttu)
    kerttu.page.locator("main a", has_text="Helsingin ympäristönsuojelu").click()
    look(kerttu)
    kerttu.page.locator("form[action$='/confirm/'] button").click()
    kerttu.sees("Vahvistettu")
    look(kerttu)
    kerttu.go("console/authorities/")
    kerttu.sees("Helsingin ympäristönsuojelu")
    look(kerttu)


def send_noise(aino: Walker, folder: Path) -> str:
    aino.start("meluilmoitus", HELSINKI)
    file = folder / "kartta.pdf"
    file.write_bytes(corpus.pdf())
    for _page in fill_in(aino, noise(written(clock.today() + dt.timedelta(days=40))), file):
        pass
    aino.page.locator("form[action$='/send/'] button").click()
    return aino.reference


def become_handler(bo: Walker, look: Look) -> None:
    bo.go("console/")
    bo.page.locator("main h3 a", has_text="Helsingin ympäristönsuojelu").click()
    look(bo)
    bo.page.locator(".tabs a", has_text="Ihmiset").click()
    look(bo)
    bo.page.locator("tbody a").first.click()
    look(bo)
    bo.page.locator("#role").select_option("handler")
    bo.page.locator("main form button", has_text="Anna rooli").click()
    bo.sees("Rooli on annettu")


def open_the_noise_notification(bo: Walker) -> None:
    bo.go("console/")
    bo.page.locator("main h3 a", has_text="Helsingin ympäristönsuojelu").click()
    bo.page.locator("tbody a", has_text="Meluilmoitus").click()


def detach(bo: Walker, look: Look) -> None:
    open_the_noise_notification(bo)
    look(bo)
    bo.page.locator("main a[href$='/change/']").click()
    look(bo)
    bo.page.go_back()
    bo.page.locator("main a[href$='/detach/']").click()
    look(bo)
    bo.page.locator("#last_day").fill(written(clock.today()))
    bo.page.locator("main form button").last.click()
    assert bo.page.locator(".error-summary").is_visible(), "customers must be told where to turn"
    look(bo)
    bo.page.locator("#replacement_fi").fill("Soita numeroon 000 123.")
    bo.page.locator("#replacement_sv").fill("Ring 000 123.")
    bo.page.locator("main form button").last.click()
    bo.sees("Voimassa, päättyy")
    bo.sees("Soita numeroon 000 123.")
    look(bo)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_pages_of_an_administrator_are_accessible(service, open_page, assert_accessible, language):
    eeva = Walker(open_page(), service.address, language=language)
    eeva.sign_in("Eeva")
    eeva.go("console/")
    assert_accessible(eeva.page)
    eeva.page.locator("main h3 a").first.click()
    authority = eeva.page.url
    assert_accessible(eeva.page)
    eeva.page.locator("main th a").first.click()
    adoption = eeva.page.url
    for address in (
        adoption,
        f"{adoption}rehearsals/",
        f"{adoption}change/",
        f"{adoption}detach/",
        f"{adoption}places/",
    ):
        eeva.page.goto(address)
        assert_accessible(eeva.page)
    for address in (f"{authority}people/", f"{authority}people/invite/", f"{authority}right/"):
        eeva.page.goto(address)
        assert_accessible(eeva.page)
