"""The built-in test identification: anybody is anybody. It exists only where everything is pretended.

Its people are the cast of the demonstration and of the tests. None of them exists: their identity
codes have individual numbers 900-999, which the population register gives to nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.conf import settings

from kevytasiointi.core.refusals import NotFound
from kevytasiointi.core.text import Text

ISSUER: Final = "urn:kevytasiointi:test-identification"


@dataclass(frozen=True, slots=True)
class Persona:
    """`subject` is the key of the person, never shown as a name. `about` says what they are there for."""

    subject: str
    given_name: str
    family_name: str
    identity_code: str
    language: str
    about: Text


def personas() -> tuple[Persona, ...]:
    """Everybody one may be. Raises `NotFound` in production."""
    _refuse_in_production()
    return _CAST


def persona(subject: str) -> Persona:
    """The person of that key. Raises `NotFound` in production, and if there is no such person."""
    _refuse_in_production()
    try:
        return _BY_SUBJECT[subject]
    except KeyError:
        raise NotFound from None


def _refuse_in_production() -> None:
    if not settings.ENVIRONMENT.mode.is_pretend:
        raise NotFound


_CAST: Final = (
    Persona(
        subject="aino",
        given_name="Aino",
        family_name="Esimerkki",
        identity_code="140585-9001",
        language="fi",
        about=Text(
            fi="Asukas. Hakee ja ilmoittaa omissa asioissaan.",
            sv="Invånare. Ansöker och anmäler i egna ärenden.",
            en="A resident. Applies and notifies on her own behalf.",
        ),
    ),
    Persona(
        subject="bo",
        given_name="Bo",
        family_name="Exempel",
        identity_code="030376-911B",
        language="sv",
        about=Text(
            fi="Ruotsinkielinen asukas. Järjestää tapahtumia.",
            sv="Svenskspråkig invånare. Ordnar evenemang.",
            en="A Swedish-speaking resident. Organises events.",
        ),
    ),
    Persona(
        subject="onni",
        given_name="Onni",
        family_name="Virkailija",
        identity_code="211169-922Y",
        language="fi",
        about=Text(
            fi="Virkailija. Käsittelee viranomaiselle tulleita asioita.",
            sv="Tjänsteman. Handlägger ärenden som kommit till myndigheten.",
            en="An official. Handles what arrives at the authority.",
        ),
    ),
    Persona(
        subject="eeva",
        given_name="Eeva",
        family_name="Pääkäyttäjä",
        identity_code="080490-933P",
        language="fi",
        about=Text(
            fi="Viranomaisen pääkäyttäjä. Ottaa asiointeja käyttöön.",
            sv="Myndighetens huvudanvändare. Tar ärenden i bruk.",
            en="The authority's administrator. Adopts procedures.",
        ),
    ),
    Persona(
        subject="vaino",
        given_name="Väinö",
        family_name="Naapuri",
        identity_code="170282-9446",
        language="fi",
        about=Text(
            fi="Toisen viranomaisen virkailija. Ei näe muiden viranomaisten asioita.",
            sv="Tjänsteman vid en annan myndighet. Ser inte andra myndigheters ärenden.",
            en="An official of another authority. Sees nothing of the others' cases.",
        ),
    ),
    Persona(
        subject="pirkko",
        given_name="Pirkko",
        family_name="Poliisi",
        identity_code="050484-9880",
        language="fi",
        about=Text(
            fi="Poliisilaitoksen virkailija. Käsittelee ilmoituksia yleisötilaisuuksista.",
            sv="Tjänsteman vid polisinrättningen. Handlägger anmälningar om offentliga tillställningar.",
            en="An official of the police department. Handles notifications of public events.",
        ),
    ),
    Persona(
        subject="reino",
        given_name="Reino",
        family_name="Pelastaja",
        identity_code="120179-9995",
        language="fi",
        about=Text(
            fi="Pelastuslaitoksen virkailija. Käsittelee pelastussuunnitelmia ja kemikaali-ilmoituksia.",
            sv="Tjänsteman vid räddningsverket. Handlägger räddningsplaner och kemikalieanmälningar.",
            en="An official of the rescue department. Handles rescue plans and chemical notifications.",
        ),
    ),
    Persona(
        subject="tuula",
        given_name="Tuula",
        family_name="Valtio",
        identity_code="230692-909R",
        language="fi",
        about=Text(
            fi="Valtion viraston virkailija. Käsittelee koko maasta tulevia ilmoituksia.",
            sv="Tjänsteman vid ett statligt ämbetsverk. Handlägger anmälningar från hela landet.",
            en="An official of a state agency. Handles notifications from the whole country.",
        ),
    ),
    Persona(
        subject="salli",
        given_name="Salli",
        family_name="Laatija",
        identity_code="291172-955Y",
        language="fi",
        about=Text(
            fi="Lomakkeiden laatija. Kirjoittaa ja kääntää asiointilomakkeita.",
            sv="Blankettförfattare. Skriver och översätter blanketter.",
            en="A form author. Writes and translates forms.",
        ),
    ),
    Persona(
        subject="kerttu",
        given_name="Kerttu",
        family_name="Omistaja",
        identity_code="060688-966K",
        language="fi",
        about=Text(
            fi="Palvelun omistaja. Vastaa koko palvelusta.",
            sv="Tjänstens ägare. Svarar för hela tjänsten.",
            en="The service owner. Answers for the whole service.",
        ),
    ),
    Persona(
        subject="li",
        given_name="李",
        family_name="示例",
        identity_code="250795-977T",
        language="en",
        about=Text(
            fi="Asukas, jonka nimi kirjoitetaan muilla kuin latinalaisilla kirjaimilla.",
            sv="Invånare vars namn skrivs med annat än latinska bokstäver.",
            en="A resident whose name is not written in Latin letters.",
        ),
    ),
)

_BY_SUBJECT: Final[Mapping[str, Persona]] = {one.subject: one for one in _CAST}
