"""Bo's environmental permit in Tampere, where the city has a service of its own; and a permit of the state."""

from collections.abc import Callable

import pytest

from kevytasiointi.applications.models import Application
from support.walker import Walker

PLACE, THERE = "837", "https://asiointi.tampere.example/"
Look = Callable[[Walker], None]


@pytest.mark.parametrize("runs_scripts", [True, False])
def test_over_to_the_authority_s_service_and_back(service, open_page, assert_accessible, runs_scripts):
    def look(walker: Walker) -> None:
        if runs_scripts:
            assert_accessible(walker.page)

    bo = Walker(open_page(java_script=runs_scripts), service.address, "sv", runs_scripts)
    _send_there(bo, look)
    service.work()
    vaino = Walker(open_page(java_script=runs_scripts), service.address, "fi", runs_scripts)
    _confirm_arrival(vaino, look)
    bo.go(f"applications/{Application.objects.get().public_id}/")
    bo.sees("Ansökan skickad")
    bo.sees("TRE:1/2026")
    look(bo)


def _send_there(bo: Walker, look: Look) -> None:
    bo.go(f"procedures/ymparistolupa/?municipality={PLACE}")
    bo.sees("i sin egen tjänst")
    look(bo)
    bo.sign_in("Bo", email="bo@kund.example")
    bo.start("ymparistolupa", PLACE)
    bo.sees("Inte skickad ännu")
    assert bo.page.locator(f"a[href='{THERE}']").is_visible()
    look(bo)
    bo.page.locator("form[action$='/sent-elsewhere/'] button").click()
    bo.sees("Skickad i myndighetens egen tjänst")
    look(bo)


def _confirm_arrival(vaino: Walker, look: Look) -> None:
    vaino.sign_in("Väinö")
    vaino.go("desk/")
    look(vaino)
    vaino.page.locator("tbody a", has_text="Ympäristölupa").click()
    vaino.sees("Hakemus on omassa palvelussanne")
    vaino.sees(THERE)
    look(vaino)
    vaino.page.locator("#target").select_option("submitted")
    vaino.page.locator("form[action$='/status/'] button").click()
    vaino.page.locator("#case-number").fill("TRE:1/2026")
    vaino.page.locator("form[action$='/case-number/'] button").click()
    vaino.sees("Viranomainen on vahvistanut saapumisen")


def test_a_permit_of_the_state_is_shown_with_the_way_there(service, page, assert_accessible):
    anybody = Walker(page, service.address)
    for language in ("fi", "sv", "en"):
        anybody.language = language
        anybody.go("search/?q=laser")
        assert_accessible(page)
        page.locator("main a[href$='/procedures/lasernaytos/']").click()
        assert page.locator("main a[href^='https://stuk.fi']").is_visible()
        assert_accessible(page)
