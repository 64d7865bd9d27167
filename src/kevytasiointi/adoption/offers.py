"""On what terms the demonstration's authorities offer procedures: tables, nothing else.

Whom they are offered by is in `examples`, which joins these to the rest.
"""

from dataclasses import dataclass
from typing import Final

from kevytasiointi.core.text import Text


@dataclass(frozen=True, slots=True)
class Offer:
    """On what terms every joined example of the fitting kind offers the procedure, if the catalogue has it."""

    procedure: str
    fee: Text
    handling_days: int
    own_service_of: str = ""
    """Slug of the example that takes it in in a service of its own: `conditional`."""


_MADE_UP_PRICE: Final = Text(
    fi="Hinta on keksitty esittelyä varten.",
    sv="Priset är påhittat för demonstrationen.",
    en="The price is made up for the demonstration.",
)


def _costs(**told: str) -> Text:
    return Text({of: f"{sentence} {_MADE_UP_PRICE[of]}" for of, sentence in told.items()})


FIRST_OFFERS: Final = (
    Offer(
        "meluilmoitus",
        Text(
            fi="Päätös maksaa 220 euroa. Hinta on keksitty esittelyä varten.",
            sv="Beslutet kostar 220 euro. Priset är påhittat för demonstrationen.",
            en="The decision costs 220 euros. The price is made up for the demonstration.",
        ),
        30,
    ),
    Offer(
        "yleisotilaisuus",
        Text(
            fi="Ilmoituksen käsittely maksaa 60 euroa. Hinta on keksitty esittelyä varten.",
            sv="Behandlingen av anmälan kostar 60 euro. Priset är påhittat för demonstrationen.",
            en="Handling the notification costs 60 euros. The price is made up for the demonstration.",
        ),
        5,
    ),
    Offer(
        "pelastussuunnitelma",
        Text(
            fi="Suunnitelman käsittely on maksutonta. Palotarkastus maksaa 150 euroa. Hinta on keksitty esittelyä varten.",
            sv="Behandlingen av planen är avgiftsfri. En brandsyn kostar 150 euro. Priset är påhittat för demonstrationen.",
            en="Handling the plan is free. A fire inspection costs 150 euros. The price is made up for the demonstration.",
        ),
        14,
    ),
    Offer(
        "kemikaali-ilmoitus",
        Text(
            fi="Päätös maksaa 180 euroa. Hinta on keksitty esittelyä varten.",
            sv="Beslutet kostar 180 euro. Priset är påhittat för demonstrationen.",
            en="The decision costs 180 euros. The price is made up for the demonstration.",
        ),
        30,
    ),
    Offer(
        "ymparistolupa",
        Text(
            fi="Lupapäätös maksaa 2 400 euroa. Hinta on keksitty esittelyä varten.",
            sv="Tillståndsbeslutet kostar 2 400 euro. Priset är påhittat för demonstrationen.",
            en="The permit decision costs 2,400 euros. The price is made up for the demonstration.",
        ),
        240,
        own_service_of="tampere-environment",
    ),
    Offer(
        "elintarvikemyynti",
        Text(
            fi="Ilmoituksen käsittely on maksutonta. Tarkastus maksaa 80 euroa. Hinta on keksitty esittelyä varten.",
            sv="Behandlingen av anmälan är avgiftsfri. En inspektion kostar 80 euro. Priset är påhittat för demonstrationen.",
            en="Handling the notification is free. An inspection costs 80 euros. The price is made up for the demonstration.",
        ),
        4,
    ),
    Offer(
        "vapaamuotoinen-ilmoitus",
        Text(
            fi="Ilmoituksen käsittely on maksutonta.",
            sv="Behandlingen av anmälan är avgiftsfri.",
            en="Handling the notification is free.",
        ),
        30,
    ),
)

POLICE_RESCUE_OFFERS: Final = (
    Offer(
        "yleinen-kokous",
        Text(fi="Ilmoitus on maksuton.", sv="Anmälan är avgiftsfri.", en="The notification is free."),
        1,
    ),
    Offer(
        "jarjestyksenvalvojat",
        _costs(
            fi="Käsittely maksaa 32 euroa henkilöltä.",
            sv="Behandlingen kostar 32 euro per person.",
            en="The handling costs 32 euros for each person.",
        ),
        14,
    ),
    Offer(
        "ilotulitusnaytos",
        _costs(
            fi="Ilmoituksen käsittely maksaa 60 euroa.",
            sv="Behandlingen av anmälan kostar 60 euro.",
            en="Handling the notification costs 60 euros.",
        ),
        14,
    ),
    Offer(
        "pienkerays",
        _costs(
            fi="Ilmoituksen käsittely maksaa 30 euroa.",
            sv="Behandlingen av anmälan kostar 30 euro.",
            en="Handling the notification costs 30 euros.",
        ),
        5,
    ),
    Offer(
        "ilotulitteet",
        _costs(fi="Päätös maksaa 53 euroa.", sv="Beslutet kostar 53 euro.", en="The decision costs 53 euros."),
        5,
    ),
    Offer(
        "tehosteet-ja-tuliesitys",
        _costs(
            fi="Ilmoituksen käsittely maksaa 90 euroa.",
            sv="Behandlingen av anmälan kostar 90 euro.",
            en="Handling the notification costs 90 euros.",
        ),
        14,
    ),
    Offer(
        "nestekaasu-tapahtumassa",
        _costs(
            fi="Päätös ja tarkastus maksavat 180 euroa.",
            sv="Beslutet och inspektionen kostar 180 euro.",
            en="The decision and inspection cost 180 euros.",
        ),
        30,
    ),
    Offer(
        "oljysailio",
        Text(fi="Ilmoitus on maksuton.", sv="Anmälan är avgiftsfri.", en="The notification is free."),
        14,
    ),
    Offer(
        "ensiapusuunnitelma",
        Text(
            fi="Suunnitelman käsittely on maksutonta.",
            sv="Behandlingen av planen är avgiftsfri.",
            en="Handling the plan is free.",
        ),
        14,
    ),
)
