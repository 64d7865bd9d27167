"""What a customer finds out about a procedure that is done in another service."""

from access.world import client_of
from kevytasiointi.applications.models import Application
from support.pages import texts_of


def test_it_is_found_and_leads_to_the_other_service_without_signing_in(cast):
    browser = client_of(None)
    assert "Toisessa palvelussa: STUK" in texts_of(browser.get("/fi/search/?q=laserlupa"))
    assert "Laserlupa" in texts_of(browser.get("/fi/"))
    page = browser.get("/sv/procedures/laser/")
    assert 'href="https://stuk.example/sv"' in page.content.decode()
    assert "Det visas inte här" in texts_of(page)
    assert "municipality" not in page.content.decode(), "it is the same everywhere: no place is asked"


def test_nothing_can_be_started_here(cast):
    page = client_of(cast.aino).post("/fi/procedures/laser/start/", {"municipality": "638"})
    assert page.status_code == 409
    assert not Application.objects.exists()
