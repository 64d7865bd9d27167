"""On what terms the demonstration's municipalities offer what belongs to a plant, to renewable energy and to supervision."""

from typing import Final

from kevytasiointi.adoption.offers import Offer
from kevytasiointi.core.text import Text

PLANT_OFFERS: Final = (
    Offer(
        "ysl-rekisterointi",
        Text(
            fi="Rekisteröinti maksaa 480 euroa. Hinta on keksitty esittelyä varten.",
            sv="Registreringen kostar 480 euro. Priset är påhittat för demonstrationen.",
            en="The registration costs 480 euros. The price is made up for the demonstration.",
        ),
        45,
    ),
    Offer(
        "valvontapyynto",
        Text(
            fi="Pyynnön käsittely on maksutonta.",
            sv="Behandlingen av begäran är avgiftsfri.",
            en="Handling the request is free.",
        ),
        30,
    ),
    Offer(
        "rakentamislupa",
        Text(
            fi="Lupa maksaa 1 800 euroa. Hinta on keksitty esittelyä varten.",
            sv="Lovet kostar 1 800 euro. Priset är påhittat för demonstrationen.",
            en="The permit costs 1,800 euros. The price is made up for the demonstration.",
        ),
        90,
    ),
    Offer(
        "purkaminen",
        Text(
            fi="Lupa maksaa 350 euroa. Ilmoituksen käsittely on maksutonta. Hinta on keksitty esittelyä varten.",
            sv="Lovet kostar 350 euro. Behandlingen av en anmälan är avgiftsfri. Priset är påhittat för demonstrationen.",
            en="The permit costs 350 euros. Handling a notice is free. The price is made up for the demonstration.",
        ),
        60,
    ),
    Offer(
        "poikkeamislupa",
        Text(
            fi="Lupa maksaa 700 euroa. Hinta on keksitty esittelyä varten.",
            sv="Lovet kostar 700 euro. Priset är påhittat för demonstrationen.",
            en="The permit costs 700 euros. The price is made up for the demonstration.",
        ),
        90,
    ),
    Offer(
        "sijoittamislupa-puhdas-siirtyma",
        Text(
            fi="Lupa maksaa 2 000 euroa. Hinta on keksitty esittelyä varten.",
            sv="Tillståndet kostar 2 000 euro. Priset är påhittat för demonstrationen.",
            en="The permit costs 2,000 euros. The price is made up for the demonstration.",
        ),
        150,
    ),
    Offer(
        "ysl-yleinen-ilmoitus",
        Text(
            fi="Päätös maksaa 1 200 euroa. Hinta on keksitty esittelyä varten.",
            sv="Beslutet kostar 1 200 euro. Priset är påhittat för demonstrationen.",
            en="The decision costs 1,200 euros. The price is made up for the demonstration.",
        ),
        120,
    ),
    Offer(
        "sivutuotteet",
        Text(
            fi="Rekisteröinti maksaa 120 euroa ja hyväksyminen 400 euroa. Hinnat on keksitty esittelyä varten.",
            sv="Registreringen kostar 120 euro och godkännandet 400 euro. Priserna är påhittade för demonstrationen.",
            en="Registration costs 120 euros and approval 400 euros. The prices are made up for the demonstration.",
        ),
        45,
    ),
    Offer(
        "elintarviketoiminnan-rekisterointi",
        Text(
            fi="Rekisteröinti maksaa 140 euroa. Hinta on keksitty esittelyä varten.",
            sv="Registreringen kostar 140 euro. Priset är påhittat för demonstrationen.",
            en="The registration costs 140 euros. The price is made up for the demonstration.",
        ),
        14,
    ),
    Offer(
        "terveydensuojeluilmoitus",
        Text(
            fi="Ilmoituksen käsittely maksaa 140 euroa. Hinta on keksitty esittelyä varten.",
            sv="Behandlingen av anmälan kostar 140 euro. Priset är påhittat för demonstrationen.",
            en="Handling the notification costs 140 euros. The price is made up for the demonstration.",
        ),
        30,
    ),
    Offer(
        "maa-aineslupa",
        Text(
            fi="Lupa maksaa 1 500 euroa. Hinta on keksitty esittelyä varten.",
            sv="Tillståndet kostar 1 500 euro. Priset är påhittat för demonstrationen.",
            en="The permit costs 1,500 euros. The price is made up for the demonstration.",
        ),
        180,
    ),
    Offer(
        "kompostointi-ilmoitus",
        Text(
            fi="Ilmoituksen käsittely on maksutonta.",
            sv="Behandlingen av anmälan är avgiftsfri.",
            en="Handling the notification is free.",
        ),
        30,
    ),
    Offer(
        "valvontapyynto-terveys",
        Text(
            fi="Pyynnön käsittely on maksutonta.",
            sv="Behandlingen av begäran är avgiftsfri.",
            en="Handling the request is free.",
        ),
        30,
    ),
)
