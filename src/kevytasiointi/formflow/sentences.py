"""The sentences of problems. Each says what to do, not what the machine found."""

from collections.abc import Mapping
from typing import Final

from kevytasiointi.core.text import Text

SENTENCES: Final[Mapping[str, Text]] = {
    "required": Text(
        fi="Vastaa tähän kohtaan.",
        sv="Svara på den här punkten.",
        en="Answer this question.",
    ),
    "invalid": Text(
        fi="Vastausta ei voitu lukea. Anna se uudelleen.",
        sv="Svaret kunde inte läsas. Ange det på nytt.",
        en="The answer could not be read. Give it again.",
    ),
    "characters": Text(
        fi="Vastauksessa on merkkejä, joita ei voida tallentaa. Kirjoita se uudelleen.",
        sv="Svaret innehåller tecken som inte kan sparas. Skriv det på nytt.",
        en="The answer has characters that cannot be saved. Write it again.",
    ),
    "too_long": Text(
        fi="Lyhennä vastausta: enintään {limit} merkkiä. Nyt merkkejä on {count}.",
        sv="Förkorta svaret: högst {limit} tecken. Nu är det {count}.",
        en="Shorten the answer to at most {limit} characters. It now has {count}.",
    ),
    "too_short": Text(
        fi="Kirjoita vähintään {limit} merkkiä. Nyt merkkejä on {count}.",
        sv="Skriv minst {limit} tecken. Nu är det {count}.",
        en="Write at least {limit} characters. There are now {count}.",
    ),
    "pattern": Text(
        fi="Tarkista, että vastaus on kirjoitettu pyydetyllä tavalla.",
        sv="Kontrollera att svaret är skrivet på det sätt som efterfrågas.",
        en="Check that the answer is written in the way asked for.",
    ),
    "integer": Text(
        fi="Kirjoita kokonaisluku numeroin, esimerkiksi 250.",
        sv="Skriv ett heltal med siffror, till exempel 250.",
        en="Write a whole number in digits, for example 250.",
    ),
    "decimal": Text(
        fi="Kirjoita luku numeroin, esimerkiksi 12,5.",
        sv="Skriv ett tal med siffror, till exempel 12,5.",
        en="Write a number in digits, for example 12.5.",
    ),
    "money": Text(
        fi="Kirjoita euromäärä numeroin, esimerkiksi 1 250,00.",
        sv="Skriv beloppet i euro med siffror, till exempel 1 250,00.",
        en="Write the amount in euros in digits, for example 1250.00.",
    ),
    "too_many_decimals": Text(
        fi="Kirjoita enintään {limit} desimaalia.",
        sv="Skriv högst {limit} decimaler.",
        en="Write at most {limit} decimals.",
    ),
    "too_small": Text(
        fi="Luvun on oltava vähintään {limit}.",
        sv="Talet ska vara minst {limit}.",
        en="The number must be {limit} or more.",
    ),
    "too_large": Text(
        fi="Luvun on oltava enintään {limit}.",
        sv="Talet ska vara högst {limit}.",
        en="The number must be {limit} or less.",
    ),
    "date": Text(
        fi="Kirjoita päivä muodossa päivä.kuukausi.vuosi, esimerkiksi 5.3.2026.",
        sv="Skriv datumet i formen dag.månad.år, till exempel 5.3.2026.",
        en="Write the date as day.month.year, for example 5.3.2026.",
    ),
    "no_such_date": Text(
        fi="Tällaista päivää ei ole. Tarkista päivä, kuukausi ja vuosi.",
        sv="Det datumet finns inte. Kontrollera dag, månad och år.",
        en="There is no such date. Check the day, month and year.",
    ),
    "too_early": Text(
        fi="Päivän on oltava {limit} tai myöhemmin.",
        sv="Dagen ska vara {limit} eller senare.",
        en="The date must be {limit} or later.",
    ),
    "too_late": Text(
        fi="Päivän on oltava {limit} tai aikaisemmin.",
        sv="Dagen ska vara {limit} eller tidigare.",
        en="The date must be {limit} or earlier.",
    ),
    "time": Text(
        fi="Kirjoita kellonaika, esimerkiksi 9.30 tai 18.00.",
        sv="Skriv klockslaget, till exempel 9.30 eller 18.00.",
        en="Write the time, for example 9:30 or 18:00.",
    ),
    "midnight": Text(
        fi="Kirjoita keskiyö 0.00, ja päiväksi seuraava päivä.",
        sv="Skriv midnatt som 0.00 och ange följande dag.",
        en="Write midnight as 0:00 and give the following day.",
    ),
    "ends_before_start": Text(
        fi="Päättymisen on oltava alkamisen jälkeen.",
        sv="Slutet ska vara efter början.",
        en="The end must be after the start.",
    ),
    "choice": Text(
        fi="Valitse jokin tarjotuista vaihtoehdoista.",
        sv="Välj ett av alternativen.",
        en="Choose one of the options.",
    ),
    "too_few_chosen": Text(
        fi="Valitse vähintään {limit}.",
        sv="Välj minst {limit}.",
        en="Choose at least {limit}.",
    ),
    "too_many_chosen": Text(
        fi="Valitse enintään {limit}.",
        sv="Välj högst {limit}.",
        en="Choose at most {limit}.",
    ),
    "none_and_others": Text(
        fi="Valitse joko vaihtoehtoja tai ”ei mitään näistä”, ei molempia.",
        sv="Välj antingen alternativ eller ”inget av dessa”, inte båda.",
        en="Choose either options or “none of these”, not both.",
    ),
    "email": Text(
        fi="Kirjoita sähköpostiosoite muodossa nimi@esimerkki.fi.",
        sv="Skriv e-postadressen i formen namn@exempel.fi.",
        en="Write the email address as name@example.fi.",
    ),
    "phone": Text(
        fi="Kirjoita puhelinnumero numeroin, esimerkiksi 040 123 4567 tai +358 40 123 4567.",
        sv="Skriv telefonnumret med siffror, till exempel 040 123 4567 eller +358 40 123 4567.",
        en="Write the phone number in digits, for example 040 123 4567 or +358 40 123 4567.",
    ),
    "postcode": Text(
        fi="Kirjoita postinumero viidellä numerolla, esimerkiksi 06100.",
        sv="Skriv postnumret med fem siffror, till exempel 06100.",
        en="Write the postcode in five digits, for example 06100.",
    ),
    "country": Text(
        fi="Valitse maa.",
        sv="Välj land.",
        en="Choose the country.",
    ),
    "municipality": Text(
        fi="Valitse kunta.",
        sv="Välj kommun.",
        en="Choose the municipality.",
    ),
    "property_id": Text(
        fi="Kirjoita kiinteistötunnus muodossa 91-1-2-3.",
        sv="Skriv fastighetsbeteckningen i formen 91-1-2-3.",
        en="Write the property identifier as 91-1-2-3.",
    ),
    "business_id": Text(
        fi="Tarkista Y-tunnus. Se kirjoitetaan muodossa 1234567-1.",
        sv="Kontrollera FO-numret. Det skrivs i formen 1234567-1.",
        en="Check the business ID. It is written as 1234567-1.",
    ),
    "identity_code": Text(
        fi="Tarkista henkilötunnus. Siinä on 11 merkkiä.",
        sv="Kontrollera personbeteckningen. Den har 11 tecken.",
        en="Check the personal identity code. It has 11 characters.",
    ),
    "iban": Text(
        fi="Tarkista tilinumero. Kirjoita se IBAN-muodossa, esimerkiksi FI21 1234 5600 0007 85.",
        sv="Kontrollera kontonumret. Skriv det i IBAN-form, till exempel FI21 1234 5600 0007 85.",
        en="Check the account number. Write it as an IBAN, for example FI21 1234 5600 0007 85.",
    ),
    "too_many_files": Text(
        fi="Poista tiedostoja: enintään {limit} sallitaan.",
        sv="Ta bort filer: högst {limit} tillåts.",
        en="Remove files: at most {limit} are allowed.",
    ),
    "too_few_rows": Text(
        fi="Lisää tietoja: niitä tarvitaan vähintään {limit}.",
        sv="Lägg till uppgifter: det behövs minst {limit}.",
        en="Add more: at least {limit} are needed.",
    ),
    "too_many_rows": Text(
        fi="Poista tietoja: niitä voi olla enintään {limit}.",
        sv="Ta bort uppgifter: det kan vara högst {limit}.",
        en="Remove some: there can be at most {limit}.",
    ),
}

REQUIRED: Final[Mapping[str, Text]] = {
    "date": Text(fi="Anna päivä.", sv="Ange datum.", en="Give the date."),
    "time": Text(fi="Anna kellonaika.", sv="Ange klockslag.", en="Give the time."),
    "date_range": Text(
        fi="Anna ensimmäinen ja viimeinen päivä.",
        sv="Ange första och sista dagen.",
        en="Give the first and the last day.",
    ),
    "period": Text(
        fi="Anna alkamisen ja päättymisen päivä ja kellonaika.",
        sv="Ange dag och klockslag för början och slutet.",
        en="Give the day and time of the start and of the end.",
    ),
    "yes_no": Text(fi="Valitse kyllä tai ei.", sv="Välj ja eller nej.", en="Choose yes or no."),
    "one_of": Text(fi="Valitse yksi vaihtoehto.", sv="Välj ett alternativ.", en="Choose one option."),
    "many_of": Text(
        fi="Valitse vähintään yksi vaihtoehto.", sv="Välj minst ett alternativ.", en="Choose at least one option."
    ),
    "municipality": SENTENCES["municipality"],
    "attachment": Text(fi="Lisää tiedosto.", sv="Lägg till en fil.", en="Add a file."),
    "repeat": Text(fi="Lisää tähän vähintään yksi.", sv="Lägg till minst en här.", en="Add at least one here."),
    "declaration": Text(
        fi="Vahvista tämä kohta rastilla.", sv="Bekräfta den här punkten med ett kryss.", en="Tick this to confirm it."
    ),
}
"""What to say when nothing was answered, where the type of question has better words than the general ones."""
