"""An authority that isn't in the service joins, rehearses, goes live, receives and leaves, all in the browser."""

import datetime as dt
import json
from pathlib import Path

import pytest

from attachments import corpus
from e2e.answers_ysl_rekisterointi import answers as registration
from kevytasiointi.core import clock
from support.walker import Walker, fill_in

PROCEDURES = ("meluilmoitus", "ysl_rekisterointi", "maa_aineslupa")
MAILBOX = "ymparisto@askola.example"
ASKOLA = "018"


def of_day(day: dt.date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


PAGES = {
    "authority": {
        "authority_type": "municipality",
        "sector": "environment",
        "name_fi": "Askolan ympäristönsuojelu",
        "name_sv": "Askola miljövård",
        "organisation": {"name": "Askolan kunta", "business_id": "9990019-8"},
    },
    "contacts": {
        "contact_person": {"given_name": "Bo", "family_name": "Exempel", "email": "bo@askola.example"},
        "has_second_contact": "no",
    },
}


def complaints(walker: Walker) -> list[str]:
    return walker.page.locator(".error-summary li").all_inner_texts()


class Joining:
    def __init__(self, service, open_page):
        self.service = service
        self.bo, self.kerttu, self.aino = (Walker(open_page(), service.address) for _ in range(3))
        self.bo.sign_in("Bo", email="bo@askola.example")
        self.kerttu.sign_in("Kerttu")
        self.aino.sign_in("Aino")

    def press(self, walker, ending):
        with walker.page.expect_navigation():
            walker.page.locator(f"form[action$='{ending}'] button[type=submit]").first.click()

    def press_the_only_button(self, walker):
        with walker.page.expect_navigation():
            walker.page.locator("main form button[type=submit]").last.click()

    def follow(self, walker, part):
        """The latest link of a letter; letters name the address that people use, not the one of the test."""
        link = walker.page.locator(f"a[href*='{part}']").first.get_attribute("href")
        walker.page.goto(self.service.address + "/" + link.split("/", 3)[3])

    def offered(self) -> str:
        """What the open data say of the noise notification in Askola."""
        found = self.aino.page.request.get(f"{self.service.address}/coverage/meluilmoitus.json")
        assert found.ok
        rows = json.loads(found.text())["municipalities"]
        return next(row for row in rows if row["code"] == ASKOLA)["state"]


def test_a_new_authority_joins_rehearses_receives_and_leaves(service, open_page, tmp_path):
    today = clock.today()
    joining = Joining(service, open_page)
    assert joining.offered() == "not_offered"
    notice = fill_in_the_notice(joining, today)
    confirm_the_mailbox(joining)
    joining.bo.page.goto(notice)
    joining.press(joining.bo, "/send/")
    joining.kerttu.page.goto(notice)
    joining.press(joining.kerttu, "/confirm/")
    assert joining.offered() == "adopted"

    authority, adoption = find_the_adoption(joining)
    rehearsals = begin_a_rehearsal(joining)
    become_a_handler(joining, authority)
    handle_the_made_up_case(joining, rehearsals)
    reference = receive_a_real_one(joining, tmp_path, today)
    detach(joining, adoption, today)
    handle_what_is_pending(joining, reference)
    assert joining.offered() == "adopted"  # another procedure than the one that ends


def fill_in_the_notice(joining: Joining, today: dt.date) -> str:
    """The address of the notice, all of which is answered."""
    bo = joining.bo
    bo.go("console/")
    joining.press(bo, "/console/joining/")
    for page, answers in PAGES.items():
        assert bo.step == page, complaints(bo)
        bo.answer(**answers)
        bo.go_on()
    for number, procedure in enumerate(PROCEDURES):
        if number:
            bo.press("add-row:procedures")
        bo.answer(
            procedures__procedure=procedure,
            procedures__method="light",
            procedures__why_light="Ilmoituksia tulee muutama vuodessa.",
            procedures__handling_days="30",
            procedures__fee_fi="Päätös maksaa 100 euroa.",
        )
    bo.go_on()
    for answers in (
        {"municipalities": "Askola"},
        {"languages": ["fi"], "contact_fi": "Kunnantalo, puhelin 000 999 018"},
        {"alert_address": MAILBOX, "alert_language": "fi"},
        {"first_day": of_day(today)},
        {"terms_accepted": True},
    ):
        bo.answer(**answers)
        bo.go_on()
    assert not bo.step, complaints(bo)
    return bo.page.url


def confirm_the_mailbox(joining: Joining) -> None:
    bo = joining.bo
    joining.press(bo, "/mailbox/")
    joining.service.work()
    bo.go("mailbox/")
    joining.follow(bo, "/mailboxes/")
    joining.press_the_only_button(bo)


def find_the_adoption(joining: Joining) -> tuple[str, str]:
    """The addresses of the authority and of its adoption of the registration."""
    bo = joining.bo
    bo.go("console/")
    bo.page.locator("main h3 a", has_text="Askolan ympäristönsuojelu").click()
    authority = bo.page.url
    bo.page.locator("th a", has_text="Ympäristönsuojelulain").first.click()
    return authority, bo.page.url


def begin_a_rehearsal(joining: Joining) -> str:
    bo = joining.bo
    bo.page.locator("a[href$='/rehearsals/']").click()
    joining.press(bo, "/rehearsals/")
    joining.service.work()
    bo.page.reload()
    bo.sees("Heräte saapui roolipostilaatikkoon")
    assert bo.page.locator("td[data-label='Tehty']").first.inner_text() != "ei vielä"
    return bo.page.url


def become_a_handler(joining: Joining, authority: str) -> None:
    """Bo invites himself, and accepts by the link in the letter."""
    bo = joining.bo
    bo.page.goto(f"{authority}people/invite/")
    bo.page.locator("input[name=email]").fill("bo@askola.example")
    bo.page.locator("select[name=role]").select_option("handler")
    joining.press_the_only_button(bo)
    joining.service.work()
    bo.go("mailbox/")
    joining.follow(bo, "/invitations/")
    joining.press_the_only_button(bo)


def handle_the_made_up_case(joining: Joining, rehearsals: str) -> None:
    """The checklist follows, and the inbox stays empty."""
    bo = joining.bo
    bo.page.goto(rehearsals)
    bo.page.locator("a[href*='/desk/cases/']").click()
    bo.sees("Tämä on harjoitus")
    joining.press(bo, "/take/")
    bo.page.goto(rehearsals)
    assert bo.page.locator("td[data-label='Tehty']", has_text="ei vielä").count() == 4
    bo.go("desk/")
    assert bo.page.locator("main tbody tr").count() == 0


def receive_a_real_one(joining: Joining, folder: Path, today: dt.date) -> str:
    file = folder / "liite.pdf"
    file.write_bytes(corpus.pdf())
    aino = joining.aino
    aino.start("ysl-rekisterointi", ASKOLA)
    for _page in fill_in(aino, registration(of_day(today + dt.timedelta(days=45))), file):
        pass
    aino.page.locator("form[action$='/send/'] button").click()
    reference = aino.reference
    joining.bo.go("desk/")
    assert joining.bo.page.locator("tr", has_text=reference).count() == 1
    return reference


def detach(joining: Joining, adoption: str, today: dt.date) -> None:
    bo = joining.bo
    bo.page.goto(f"{adoption}detach/")
    bo.page.locator("input[name=last_day]").fill(of_day(today))
    for field in bo.page.locator("textarea").all():
        field.fill("Lähetä ilmoitus huomisesta alkaen kunnan kirjaamoon, kirjaamo@askola.example.")
    joining.press_the_only_button(bo)
    assert bo.page.url == adoption, complaints(bo)


def handle_what_is_pending(joining: Joining, reference: str) -> None:
    bo = joining.bo
    bo.go("desk/")
    bo.page.locator("tr", has_text=reference).locator("a").click()
    joining.press(bo, "/take/")
    bo.sees("Asia on nyt sinulla")


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
    for address in (adoption, f"{adoption}rehearsals/", f"{adoption}change/", f"{adoption}detach/"):
        eeva.page.goto(address)
        assert_accessible(eeva.page)
    for address in (f"{authority}people/", f"{authority}people/invite/"):
        eeva.page.goto(address)
        assert_accessible(eeva.page)
    eeva.page.goto(authority)
    with eeva.page.expect_navigation():
        eeva.page.locator("form[action$='/console/joining/'] button").click()
    assert_accessible(eeva.page)
