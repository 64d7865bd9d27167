"""A form is tried out in the browser, with its questions appearing as one answers, and nothing is stored."""

from kevytasiointi.answers.models import AnswerSheet
from support.walker import Walker

TRY = "for-authorities/meluilmoitus/try/"


def test_the_trial_behaves_as_the_form_does(service, page, assert_accessible):
    walker = Walker(page, service.address)
    walker.language = "fi"
    walker.go(TRY)
    page.get_by_label("Tapahtuma", exact=True).check()
    page.get_by_text("Kokeilu: mitään ei tallenneta.").nth(1).wait_for()
    page.get_by_label("Yksityishenkilö").check()
    page.get_by_role("button", name="Jatka").click()
    page.get_by_role("heading", level=1, name="Toiminta ja ajankohta").wait_for()
    page.get_by_label("Tapahtuman nimi").fill("Kesäkonsertti")
    # What appears as one answers works on later pages too, whose address in the browser is the same.
    page.get_by_label("Ulkoilmakonsertti", exact=False).check()
    page.locator("#save-status").get_by_text("mitään ei tallenneta").wait_for()
    assert_accessible(page)
    page.get_by_role("button", name="Svenska").click()
    page.get_by_role("heading", level=1, name="Verksamheten och tidpunkten").wait_for()
    assert page.get_by_label("Evenemangets namn").input_value() == "Kesäkonsertti"
    page.get_by_role("button", name="Föregående").click()
    page.get_by_role("heading", level=1, name="Vad anmälan gäller").wait_for()
    assert page.get_by_label("Ett evenemang").is_checked()
    assert not AnswerSheet.objects.exists()
