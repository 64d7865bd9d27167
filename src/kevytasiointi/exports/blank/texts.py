"""The words of the blank form in each language.

Here and not in the message catalogues: a form is printed in its own language, whatever the language of the page.
"""

from collections.abc import Mapping
from typing import Final

from kevytasiointi.core.text import Text

WORDS: Final[Mapping[str, Text]] = {
    "service": Text(fi="Kevytasiointi", sv="Förenklad e-tjänst", en="Kevytasiointi"),
    "blank": Text(fi="Paperilomake", sv="Pappersblankett", en="Paper form"),
    "version": Text(
        fi="Lomakkeen versio {version}, {day}",
        sv="Blankettens version {version}, {day}",
        en="Version {version} of the form, {day}",
    ),
    "page": Text(fi="Sivu {page}/{pages}", sv="Sida {page}/{pages}", en="Page {page} of {pages}"),
    "send_to": Text(fi="Mihin lomake toimitetaan", sv="Vart blanketten skickas", en="Where to send the form"),
    "recipient": Text(fi="Viranomainen", sv="Myndighet", en="Authority"),
    "address": Text(fi="Osoite", sv="Adress", en="Address"),
    "ask": Text(
        fi="Viranomainen kertoo, mihin lomake toimitetaan.",
        sv="Myndigheten berättar vart blanketten ska skickas.",
        en="The authority tells where to send the form.",
    ),
    "how": Text(fi="Näin täytät lomakkeen", sv="Så fyller du i blanketten", en="How to fill in the form"),
    "instructions": Text(
        fi="Kirjoita selvästi. Rastita vaihtoehdon edessä oleva ruutu □. Vastaa kaikkiin kohtiin, ellei kohdassa lue "
        "”ei pakollinen” tai milloin siihen vastataan. Jos tila ei riitä, jatka erillisellä paperilla ja merkitse "
        "kohdan numero.",
        sv="Skriv tydligt. Kryssa för rutan □ framför alternativet. Svara på alla punkter utom de där det står "
        "”frivillig” eller när punkten ska besvaras. Om utrymmet inte räcker kan du fortsätta på ett separat papper. "
        "Skriv då punktens nummer.",
        en="Write clearly. Tick the box □ in front of an option. Answer every question unless it says “optional” or "
        "when it is to be answered. If there is not enough room, go on on a separate sheet and give the number of the "
        "question.",
    ),
    "electronically": Text(
        fi="Asian voi hoitaa myös sähköisesti, jos viranomainen on ottanut palvelun käyttöön.",
        sv="Ärendet kan också skötas elektroniskt om myndigheten har tagit tjänsten i bruk.",
        en="This can also be done electronically where the authority has taken the service into use.",
    ),
    "optional": Text(fi="ei pakollinen", sv="frivillig", en="optional"),
    "enclosed": Text(fi="Liite on mukana", sv="Bilagan bifogas", en="The attachment is enclosed"),
    "enclosures": Text(fi="Liitteet", sv="Bilagor", en="Attachments"),
    "enclose": Text(
        fi="Liitä lomakkeeseen nämä liitteet. Merkitse jokaiseen liitteeseen kohdan numero.",
        sv="Bifoga dessa bilagor. Skriv punktens nummer på varje bilaga.",
        en="Enclose these attachments. Write the number of the question on each.",
    ),
    "question": Text(fi="Kohta", sv="Punkt", en="Question"),
    "signing": Text(fi="Päiväys ja allekirjoitus", sv="Datum och underskrift", en="Date and signature"),
    "day": Text(fi="Paikka ja päivä", sv="Ort och datum", en="Place and date"),
    "signature": Text(fi="Allekirjoitus", sv="Underskrift", en="Signature"),
    "name": Text(fi="Nimenselvennys", sv="Namnförtydligande", en="Name in block letters"),
    "example": Text(
        fi="Esimerkki: ei oikea viranomainen",
        sv="Exempel: ingen verklig myndighet",
        en="Example: not a real authority",
    ),
}
