"""On what terms the demonstration's municipalities offer what they handle of events: a table, nothing else.

Whom they are offered by is in `examples`, which joins these to the rest.
"""

from typing import Final

from kevytasiointi.adoption.offers import Offer
from kevytasiointi.core.text import Text

_MADE_UP_PRICE: Final = Text(
    fi="Hinta on keksitty esittelyä varten.",
    sv="Priset är påhittat för demonstrationen.",
    en="The price is made up for the demonstration.",
)


def _costs(**told: str) -> Text:
    return Text({of: f"{sentence} {_MADE_UP_PRICE[of]}" for of, sentence in told.items()})


MUNICIPAL_EVENT_OFFERS: Final = (
    Offer(
        "alueen-kaytto",
        _costs(
            fi="Päätös maksaa 90 euroa. Alueesta peritään lisäksi vuokra.",
            sv="Beslutet kostar 90 euro. Dessutom tas en hyra ut för området.",
            en="The decision costs 90 euros. Rent is charged for the area too.",
        ),
        21,
    ),
    Offer(
        "katu-liikennejarjestelyt",
        _costs(
            fi="Päätös maksaa 75 euroa.",
            sv="Beslutet kostar 75 euro.",
            en="The decision costs 75 euros.",
        ),
        14,
    ),
    Offer(
        "suuri-yleisotilaisuus",
        _costs(
            fi="Ilmoituksen käsittely on maksutonta. Tarkastus maksaa 120 euroa.",
            sv="Behandlingen av anmälan är avgiftsfri. En inspektion kostar 120 euro.",
            en="Handling the notification is free. An inspection costs 120 euros.",
        ),
        14,
    ),
    Offer(
        "jatehuoltosuunnitelma",
        Text(
            fi="Suunnitelman käsittely on maksutonta.",
            sv="Behandlingen av planen är avgiftsfri.",
            en="Handling the plan is free.",
        ),
        14,
    ),
    Offer(
        "tilapainen-leirintaalue",
        Text(
            fi="Ilmoituksen käsittely on maksutonta.",
            sv="Behandlingen av anmälan är avgiftsfri.",
            en="Handling the notification is free.",
        ),
        60,
    ),
    Offer(
        "maasto-ja-vesiliikenne",
        _costs(
            fi="Lupapäätös maksaa 300 euroa.",
            sv="Tillståndsbeslutet kostar 300 euro.",
            en="The permit decision costs 300 euros.",
        ),
        75,
    ),
    Offer(
        "tilapainen-rakennelma",
        _costs(
            fi="Neuvonta on maksutonta. Tarkastus maksaa 110 euroa.",
            sv="Rådgivningen är avgiftsfri. En inspektion kostar 110 euro.",
            en="Advice is free. An inspection costs 110 euros.",
        ),
        21,
    ),
    Offer(
        "tupakkatuotteiden-myynti",
        _costs(
            fi="Lupa maksaa 220 euroa ja valvonta 150 euroa vuodessa myyntipisteeltä.",
            sv="Tillståndet kostar 220 euro och tillsynen 150 euro om året per försäljningspunkt.",
            en="The permit costs 220 euros and supervision 150 euros a year for each point of sale.",
        ),
        21,
    ),
    Offer(
        "ulkotarjoilu",
        _costs(
            fi="Päätös maksaa 90 euroa. Alueesta peritään lisäksi vuokra.",
            sv="Beslutet kostar 90 euro. Dessutom tas en hyra ut för området.",
            en="The decision costs 90 euros. Rent is charged for the area too.",
        ),
        21,
    ),
)
