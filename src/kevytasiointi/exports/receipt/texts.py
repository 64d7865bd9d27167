"""The words of the receipt in each language.

Here and not in the message catalogues: a receipt made again in ten years must be the same receipt.
"""

from collections.abc import Mapping
from typing import Final

from kevytasiointi.core.text import Text

TITLE: Final[Mapping[str, Text]] = {
    "permit": Text(
        fi="Kuittaus hakemuksen vastaanottamisesta",
        sv="Bekräftelse på mottagen ansökan",
        en="Acknowledgement of application received",
    ),
    "notification": Text(
        fi="Kuittaus ilmoituksen vastaanottamisesta",
        sv="Bekräftelse på mottagen anmälan",
        en="Acknowledgement of notification received",
    ),
    "registration": Text(
        fi="Kuittaus rekisteröinti-ilmoituksen vastaanottamisesta",
        sv="Bekräftelse på mottagen registreringsanmälan",
        en="Acknowledgement of registration received",
    ),
    "plan": Text(
        fi="Kuittaus suunnitelman vastaanottamisesta",
        sv="Bekräftelse på mottagen plan",
        en="Acknowledgement of plan received",
    ),
    "supervision_request": Text(
        fi="Kuittaus valvontapyynnön vastaanottamisesta",
        sv="Bekräftelse på mottagen begäran om tillsyn",
        en="Acknowledgement of supervision request received",
    ),
}

WORDS: Final[Mapping[str, Text]] = {
    "service": Text(fi="Kevytasiointi", sv="Förenklad e-tjänst", en="Kevytasiointi"),
    "facts": Text(fi="Vastaanottotiedot", sv="Uppgifter om mottagandet", en="Details of receipt"),
    "fact": Text(fi="Tieto", sv="Uppgift", en="Detail"),
    "content": Text(fi="Sisältö", sv="Innehåll", en="Content"),
    "reference": Text(fi="Viite", sv="Referens", en="Reference"),
    "procedure": Text(fi="Asia", sv="Ärende", en="Matter"),
    "authority": Text(fi="Viranomainen", sv="Myndighet", en="Authority"),
    "municipality": Text(fi="Kunta", sv="Kommun", en="Municipality"),
    "arrived": Text(fi="Saapunut viranomaiselle", sv="Inkom till myndigheten", en="Arrived at the authority"),
    "sender": Text(fi="Lähettäjä", sv="Avsändare", en="Sent by"),
    "principal": Text(fi="Kenen puolesta", sv="För vems räkning", en="On behalf of"),
    "digest": Text(fi="Sisällön tarkiste", sv="Innehållets kontrollsumma", en="Digest of content"),
    "automatic": Text(
        fi="Tämä on automaattinen vastaanottokuittaus. Se kertoo, että lähetys on saapunut viranomaiselle. "
        "Se ei tarkoita, että asia on hyväksytty tai että tiedot riittävät asian käsittelyyn "
        "(laki sähköisestä asioinnista viranomaistoiminnassa 13/2003, 12 §).",
        sv="Detta är en automatisk mottagningsbekräftelse. Den visar att försändelsen har kommit in till "
        "myndigheten. Den betyder inte att ärendet har godkänts eller att uppgifterna räcker för att behandla "
        "ärendet (lagen om elektronisk kommunikation i myndigheternas verksamhet 13/2003, 12 §).",
        en="This is an automatic acknowledgement of receipt. It tells that what you sent has arrived at the "
        "authority. It does not mean that the matter has been approved or that the information is sufficient "
        "for handling it (Act on Electronic Services and Communication in the Public Sector 13/2003, section 12).",
    ),
    "next": Text(fi="Mitä seuraavaksi tapahtuu", sv="Vad som händer härnäst", en="What happens next"),
    "expected": Text(
        fi="Arvioitu käsittelyaika on {days} päivää saapumisesta.",
        sv="Den uppskattade behandlingstiden är {days} dagar från det att ärendet kom in.",
        en="The estimated handling time is {days} days from arrival.",
    ),
    "expected_one": Text(
        fi="Arvioitu käsittelyaika on yksi päivä saapumisesta.",
        sv="Den uppskattade behandlingstiden är en dag från det att ärendet kom in.",
        en="The estimated handling time is one day from arrival.",
    ),
    "sent": Text(fi="Lähetetyt tiedot", sv="Uppgifter som har skickats", en="Information sent"),
    "question": Text(fi="Kysymys", sv="Fråga", en="Question"),
    "answer": Text(fi="Vastaus", sv="Svar", en="Answer"),
    "unanswered": Text(fi="Ei vastausta", sv="Inget svar", en="No answer"),
    "files": Text(fi="Liitteet", sv="Bilagor", en="Attachments"),
    "file_name": Text(fi="Tiedosto", sv="Fil", en="File"),
    "file_size": Text(fi="Koko", sv="Storlek", en="Size"),
    "file_digest": Text(fi="SHA-256-tarkiste", sv="SHA-256-kontrollsumma", en="SHA-256 digest"),
    "stand_in": Text(
        fi="Merkki □ on kohdassa, jonka alkuperäistä merkkiä tässä asiakirjassa ei voi näyttää. "
        "Alkuperäinen teksti on tallessa palvelussa ja viranomaisella.",
        sv="Tecknet □ står där det ursprungliga tecknet inte kan visas i detta dokument. "
        "Den ursprungliga texten finns kvar i tjänsten och hos myndigheten.",
        en="The mark □ stands where the original character cannot be shown in this document. "
        "The original text is kept in the service and by the authority.",
    ),
    "page": Text(fi="Sivu {page}/{pages}", sv="Sida {page}/{pages}", en="Page {page} of {pages}"),
    "rehearsal": Text(
        fi="Harjoitus: asiakas ja vastaukset ovat keksittyjä",
        sv="Övning: kunden och svaren är påhittade",
        en="Rehearsal: the customer and the answers are made up",
    ),
    "example": Text(
        fi="Esimerkki: ei oikea asia eikä oikea viranomainen",
        sv="Exempel: inget verkligt ärende och ingen verklig myndighet",
        en="Example: not a real matter or a real authority",
    ),
}

TIME: Final = Text(fi="{day} klo {time} ({zone})", sv="{day} kl. {time} ({zone})", en="{day} at {time} ({zone})")

FILE_NAME: Final = Text(
    fi="Vastaanottokuittaus {reference}.pdf",
    sv="Mottagningsbekräftelse {reference}.pdf",
    en="Acknowledgement of receipt {reference}.pdf",
)
