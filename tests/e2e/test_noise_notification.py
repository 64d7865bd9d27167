"""The main job, for real: sent by a resident, alerted, handled by an official, followed by the resident."""

import datetime as dt

import pytest

from attachments import corpus
from e2e.answers_meluilmoitus import answers
from kevytasiointi.core import clock
from kevytasiointi.notifications.models import SentMail
from support.walker import Walker, fill_in


def in_forty_days() -> str:
    day = clock.today() + dt.timedelta(days=40)
    return f"{day.day}.{day.month}.{day.year}"


def send(walker: Walker, folder, on_each_page=lambda page: None) -> str:
    """Start, fill in and send; the reference."""
    walker.start("meluilmoitus", "638")
    file = folder / "kartta.pdf"
    file.write_bytes(corpus.pdf())
    for _page in fill_in(walker, answers(in_forty_days()), file):
        on_each_page(walker.page)
    on_each_page(walker.page)
    walker.page.locator("form[action$='/send/'] button").click()
    on_each_page(walker.page)
    return walker.reference


def handle(walker: Walker, reference: str, on_each_page) -> None:
    """From the inbox to the outcome."""
    walker.go("desk/")
    on_each_page(walker.page)
    walker.sees(reference)
    walker.page.locator("tbody a").first.click()
    on_each_page(walker.page)
    walker.sees("Jokirannan kesäsoitto")
    walker.sees("Ulkoilmakonsertti tai muu vahvistettu musiikki ulkona")
    walker.page.locator("form[action$='/take/'] button").click()
    walker.page.locator("#case-number").fill("POR/123/2026")
    walker.page.locator("form[action$='/case-number/'] button").click()
    walker.page.locator("#target").select_option("handled:decision_given")
    walker.page.locator("#note").fill("Päätös postitettu.")
    walker.page.locator("form[action$='/status/'] button").click()
    walker.sees("Käsitelty")
    on_each_page(walker.page)


def test_sent_in_swedish_handled_in_finnish(service, open_page, assert_accessible, tmp_path):
    aino = Walker(open_page(), service.address, "sv")
    aino.sign_in("Aino", email="aino@asiakas.example")
    reference = send(aino, tmp_path, assert_accessible)
    service.work()
    assert {mail.recipient for mail in SentMail.objects.all()} == {"ymparisto@porvoo.example", "aino@asiakas.example"}

    onni = Walker(open_page(), service.address, "fi")
    onni.sign_in("Onni")
    handle(onni, reference, assert_accessible)
    service.work()

    aino.go("applications/")
    assert_accessible(aino.page)
    aino.sees("POR/123/2026")
    aino.page.locator("tbody a").first.click()
    aino.sees("Päätös postitettu.")
    assert_accessible(aino.page)


@pytest.mark.parametrize("language", ["fi", "en"])
def test_sent_without_javascript(service, open_page, tmp_path, language):
    aino = Walker(open_page(java_script=False), service.address, language, runs_scripts=False)
    aino.sign_in("Aino")
    assert send(aino, tmp_path).startswith("KA-")


def test_what_is_missing_is_named_and_typed_text_stays(service, open_page, assert_accessible):
    aino = Walker(open_page(), service.address)
    aino.sign_in("Aino")
    aino.start("meluilmoitus", "638")
    aino.answer(activity_kind="event", notifier_kind="person")
    aino.go_on()
    aino.answer(visitors="monta sataa", event_name="Soitto")
    aino.go_on()
    assert aino.step == "activity"
    focused = aino.page.evaluate("document.activeElement.className")
    assert "error-summary" in focused
    assert aino.page.locator("[name=q-visitors]").input_value() == "monta sataa"
    assert aino.page.locator("[name=q-event_name]").input_value() == "Soitto"
    assert aino.page.locator(".error-summary a").count() >= 5
    assert_accessible(aino.page)


def test_the_language_switch_keeps_what_was_typed(service, open_page):
    aino = Walker(open_page(java_script=False), service.address, runs_scripts=False)
    aino.sign_in("Aino")
    aino.start("meluilmoitus", "638")
    aino.answer(activity_kind="event", notifier_kind="person")
    aino.go_on()
    aino.answer(event_name="Soitto", visitors="ehkä 200")
    aino.page.locator("button[name=language][value=sv]").click()
    assert "/sv/" in aino.page.url
    assert aino.page.locator("[name=q-event_name]").input_value() == "Soitto"
    assert aino.page.locator("[name=q-visitors]").input_value() == "ehkä 200"


def test_after_an_expired_session_the_same_person_finds_what_was_typed(service, open_page):
    page = open_page()
    aino = Walker(page, service.address)
    aino.sign_in("Aino")
    aino.start("meluilmoitus", "638")
    aino.answer(activity_kind="event", notifier_kind="person")
    aino.go_on()
    page.context.clear_cookies(name="session")
    aino.answer(event_name="Kesken jäänyt")
    aino.go_on()
    assert "/sign-in/" in page.url
    page.locator("button", has_text="Aino").first.click()
    assert aino.step == "activity"
    assert page.locator("[name=q-event_name]").input_value() == "Kesken jäänyt"


def test_a_stranger_who_signs_in_next_does_not_get_it(service, open_page):
    page = open_page()
    aino = Walker(page, service.address)
    aino.sign_in("Aino")
    aino.start("meluilmoitus", "638")
    aino.answer(activity_kind="event", notifier_kind="person")
    aino.go_on()
    page.context.clear_cookies(name="session")
    aino.answer(event_name="Ainon salaisuus")
    aino.go_on()
    address = page.url
    Walker(page, service.address).sign_in("Bo")
    page.goto(address)
    page.locator("button", has_text="Bo").first.click()
    assert "Ainon salaisuus" not in page.content()


def test_nothing_offered_is_no_dead_end(service, open_page, assert_accessible):
    aino = Walker(open_page(), service.address)
    aino.go("procedures/meluilmoitus/?municipality=434")
    aino.sees("Loviisa")
    assert aino.page.locator("main a[href^='mailto:']").count() == 1
    assert_accessible(aino.page)
