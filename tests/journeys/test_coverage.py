"""What anybody finds out of where a matter is offered, by plain requests."""

import csv
import io

import pytest

from access.world import client_of
from kevytasiointi.adoption.models import Adoption
from kevytasiointi.authorities.models import Municipality
from kevytasiointi.reporting.models import Wish
from support.pages import fields_of, texts_of

HELSINKI, PORVOO = "091", "638"


def rows(response):
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))


def test_the_map_the_table_and_the_data_say_the_same(cast, client):
    page = client.get("/fi/coverage/small/").content.decode()
    assert page.count("</title></path>") == 3, "Porvoo, Tampere and Helsinki are drawn"
    data = client.get("/coverage/small.json").json()
    assert data["counts"]["adopted"] == 2
    assert {one["code"]: one["state"] for one in data["municipalities"]} == {
        "091": "not_offered",
        "638": "adopted",
        "837": "adopted",
    }
    table = {row["municipality_code"]: row["state"] for row in rows(client.get("/coverage/small.csv"))}
    assert table == {one["code"]: one["state"] for one in data["municipalities"]}


def test_the_table_is_narrowed_without_script(cast, client):
    page = client.get("/sv/coverage/small/", {"state": "not_offered"})
    table = page.content.decode().partition('id="table"')[2]
    assert "Helsingfors" in table
    assert "Borgå" not in table


@pytest.mark.parametrize("query", [{"state": "nonsense"}, {"region": "nonsense"}])
def test_a_made_up_choice_gives_an_empty_table_and_says_so(cast, client, query):
    assert "Mikään kunta ei täytä näitä ehtoja" in texts_of(client.get("/fi/coverage/small/", query))


def test_a_municipality_is_found_from_the_list(cast, client):
    page = client.get("/fi/coverage/", {"municipality": PORVOO}, follow=True)
    assert page.request["PATH_INFO"] == "/fi/coverage/municipalities/638/"
    assert "Pieni ilmoitus" in texts_of(page)
    unknown = client.get("/fi/coverage/", {"municipality": "000"})
    assert "Emme tunnistaneet kuntaa" in texts_of(unknown)


def test_a_name_that_looks_like_a_formula_stays_a_name(cast, client):
    Municipality.objects.filter(code=HELSINKI).update(name={"fi": "=HYPERLINK(1)", "sv": "+1"})
    (row,) = [row for row in rows(client.get("/coverage/small.csv")) if row["municipality_code"] == HELSINKI]
    assert (row["municipality_fi"], row["municipality_sv"]) == ("'=HYPERLINK(1)", "'+1")


class TestIWouldUseThis:
    def press(self, client, place):
        page = client.get("/fi/procedures/small/", {"municipality": place})
        return client.post("/fi/procedures/small/would-use/", fields_of(page) | {"municipality": place}, follow=True)

    def test_a_press_is_counted_and_thanked_for(self, cast, client):
        page = self.press(client, HELSINKI)
        assert "Kiitos. Toiveesi laskettiin mukaan." in texts_of(page)
        assert "Käyttäisin tätä" not in texts_of(page), "one press for one view of the page"
        assert Wish.objects.get().count == 1
        assert set(client.cookies) <= {"csrf"}, "no cookie but the one every form has"

    def test_where_it_is_offered_there_is_no_button_and_no_count(self, cast, client):
        assert "Käyttäisin tätä" not in texts_of(client.get("/fi/procedures/small/", {"municipality": PORVOO}))
        assert self.press(client, PORVOO).status_code == 409
        assert not Wish.objects.exists()

    def test_an_unknown_municipality_is_not_counted(self, cast, client):
        assert self.press(client, "000").status_code == 404

    def test_only_the_service_owner_sees_the_counts(self, cast, client):
        for _ in range(3):
            self.press(client, HELSINKI)
        for person in (cast.aino, cast.eeva):
            assert "palvelun omistajalle" not in texts_of(client_of(person).get("/fi/coverage/small/")).lower()
        kerttu = client_of(cast.kerttu)
        assert "on painettu 3 kertaa" in texts_of(kerttu.get("/fi/coverage/small/"))
        (row,) = rows(kerttu.get("/fi/coverage/small/would-use.csv"))
        assert (row["municipality_code"], row["count"]) == (HELSINKI, "3")


def test_what_is_done_in_an_own_service_is_shown_with_its_method(cast, client):
    Adoption.objects.filter(authority=cast.porvoo).update(method="integrated", address="https://asiointi.example/")
    page = texts_of(client.get("/fi/coverage/small/"))
    assert "Hoidetaan kokonaan viranomaisen omassa palvelussa" in page
    assert "https://asiointi.example/" in page


def test_what_comes_is_told_with_its_day(cast, client):
    Adoption.objects.filter(authority=cast.porvoo).update(valid_from="2999-01-01")
    cast.porvoo.adoptions.get().competences.update(valid_from="2999-01-01")
    assert "1.1.2999 alkaen" in texts_of(client.get("/fi/coverage/small/"))
    page = texts_of(client.get("/fi/procedures/small/", {"municipality": PORVOO}))
    assert "Asian voi hoitaa täällä 1.1.2999 alkaen" in page
    assert "Käyttäisin tätä" not in page
