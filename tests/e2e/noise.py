"""A noise notification of an outdoor concert, page by page, as somebody would answer it."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from attachments import corpus
from support.walker import Walker

PAGES = ("start", "activity", "place", "noise", "measures", "notifier", "attachments")


def fill_in(
    walker: Walker, folder: Path, *, on: dt.date, on_arrival: Callable[[str], None] = lambda page: None
) -> Iterator[str]:
    """Answers every page, yielding its id before "continue" is pressed; `on_arrival` sees it still empty."""
    day = f"{on.day}.{on.month}.{on.year}"
    map_file = folder / "kartta.pdf"
    map_file.write_bytes(corpus.pdf())
    for page, answers in _answers(day).items():
        assert walker.step == page
        on_arrival(page)
        walker.answer(**answers)
        if page == "attachments":
            walker.answer(site_map=map_file)
        yield page
        walker.go_on()


def _answers(day: str) -> dict[str, dict]:
    return {
        "start": {"activity_kind": "event", "notifier_kind": "person"},
        "activity": {
            "event_name": "Jokirannan kesäsoitto",
            "event_noise": ["outdoor_music"],
            "visitors": "450",
            "description": "Kolme yhtyettä soittaa jokirannan lavalla.",
            "activity_period": {"first": day, "last": day},
            "noisy_times__happening": "Konsertti",
            "noisy_times__dates": {"first": day, "last": day},
            "noisy_times__starts_at": "17",
            "noisy_times__ends_at": "21.30",
            "night_noise": False,
        },
        "place": {
            "place_name": "Jokirannan puisto",
            "place_address": {"street": "Jokikatu 1", "postcode": "06100", "city": "Porvoo"},
            "disturbed_sites__kind": "home",
            "disturbed_sites__name": "Jokikatu 3",
            "disturbed_sites__distance": "80",
            "effects": "Musiikki kuuluu rannan asuntoihin.",
        },
        "noise": {"sound_sources": "Kaksi pääkaiutinta joelle päin.", "level_10m": "95", "level_method": "data"},
        "measures": {
            "mitigation": "Kaiuttimet suunnataan pois asunnoista.",
            "informing": ["stairwell"],
            "informing_details": "Tiedote rappukäytäviin viikkoa ennen.",
        },
        "notifier": {
            "notifier_address": {"street": "Kotikatu 2", "postcode": "06100", "city": "Porvoo"},
            "notifier_phone": "000 999 0101",
            "notifier_email": "aino@asiakas.example",
            "on_call": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
            "invoice_to_notifier": True,
        },
        "attachments": {"other_permits": ["land_use"], "true_information": True},
    }
