"""The forms that rescue departments receive, filled in."""

from typing import Final

from catalogue.cases import Case
from kevytasiointi.core.text import Text
from support.filling import Application, without

HOME: Final = {"street": "Kotikatu 2", "postcode": "06100", "city": Text(fi="Porvoo", sv="Borgå")}
AINO: Final = {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"}
NOTIFIER: Final[Application] = {
    "notifier_address": HOME,
    "notifier_phone": "000 999 0101",
    "notifier_email": "aino@asiakas.example",
    "true_information": "yes",
}
ORGANISER: Final[Application] = {
    "organiser_address": HOME,
    "organiser_phone": "000 999 0101",
    "organiser_email": "aino@asiakas.example",
    "true_information": "yes",
}
RECIPIENT: Final = {"name": "Esimerkki Oy", "street": "PL 1", "postcode": "00101", "city": "Helsinki"}

WEDDING: Final[Application] = {
    **NOTIFIER,
    "occasion": Text(fi="Häät: ilotulitus päättää juhlan.", sv="Bröllop: fyrverkeriet avslutar festen."),
    "firing_period": {"first": "12.6.2027", "first_time": "22", "last": "12.6.2027", "last_time": "22.15"},
    "landowner": "own",
    "place_name": Text(fi="Rantaniitty", sv="Strandängen"),
    "place_address": HOME,
    "distance_people": "50",
    "distance_buildings": "80",
    "fireworks": [
        {"firework_category": "f2", "firework_type": Text(fi="Raketti", sv="Raket"), "firework_count": "20"},
        {"firework_category": "f3", "firework_type": Text(fi="Pata", sv="Tårta"), "firework_count": "2"},
    ],
    "storage": Text(fi="Lukitussa vajassa.", sv="I ett låst skjul."),
    "extinguishing": Text(fi="Vesiletku ja sammutin.", sv="Vattenslang och släckare."),
    "notifier_name": "Aino Esimerkki",
    "on_call": AINO,
    "adult": "yes",
    "firing_map": ["kartta1"],
}
BIRTHDAY: Final[Application] = {
    **without(WEDDING, "place_address"),
    "landowner": "received",
    "property_id": "638-1-2-3",
    "informing": Text(fi="Lappu naapureille.", sv="En lapp till grannarna."),
    "consent_file": ["lupa1"],
}

SHOW: Final[Application] = {
    "event_name": Text(fi="Kesäsoitto", sv="Sommarmusik"),
    "event_period": {"first": "12.6.2027", "first_time": "16", "last": "12.6.2027", "last_time": "22"},
    "show_times": Text(fi="Esitys klo 21, harjoitus klo 15.", sv="Föreställning kl. 21, repetition kl. 15."),
    "place_name": Text(fi="Jokirannan lava", sv="Åstrandens scen"),
    "place_address": HOME,
    "extinguishing": Text(fi="Kaksi sammutinta ja peite.", sv="Två släckare och en filt."),
    "interruption": Text(fi="Turvahenkilö, tuuli 10 m/s.", sv="Säkerhetspersonen, vind 10 m/s."),
    "on_call": AINO,
    "drawing": ["piirros1"],
    **NOTIFIER,
}
EFFECTS: Final[Application] = {
    **SHOW,
    "what": ["effects"],
    "setting": ["indoors"],
    "notifier_kind": "company",
    "effects": [
        {
            "effect_name": Text(fi="Hopeasuihku", sv="Silverfontän"),
            "effect_category": "t1",
            "effect_amount": Text(fi="12 kappaletta", sv="12 stycken"),
            "effect_place": Text(fi="Lavan etureuna, kolmas kappale", sv="Scenkanten, tredje låten"),
            "effect_distance": "5",
        }
    ],
    "storage": Text(fi="Lukitussa laatikossa lavan takana.", sv="I en låst låda bakom scenen."),
    "licence_holder": AINO,
    "licence": Text(fi="Erikoispanostaja, nro 1, 31.12.2028", sv="Specialladdare, nr 1, 31.12.2028"),
    "fire_alarm": Text(fi="Ei irtikytkentää. Lavasteet B-s1.", sv="Kopplas inte från. Dekor B-s1."),
    "notifier_organisation": {"name": "Esimerkki Oy", "business_id": "9999999-2"},
    "invoice_to_notifier": "no",
    "invoice_recipient": RECIPIENT,
}
FIRE_SHOW: Final[Application] = {
    **SHOW,
    "what": ["fire_show"],
    "setting": ["outdoors"],
    "notifier_kind": "group",
    "event_organiser": Text(fi="Esimerkkiseura ry", sv="Exempelföreningen rf"),
    "fire_tools": [
        {"tool_name": Text(fi="Soihtu", sv="Fackla"), "tool_fuel": Text(fi="Lamppuöljy, 2 l", sv="Lampolja, 2 l")}
    ],
    "fuel_handling": Text(fi="Kastelu lavan takana, astiassa kansi.", sv="Blötläggs bakom scenen, kärl med lock."),
    "fire_distance": "8",
    "fire_people": Text(fi="Kolme esiintyjää, kaksi turvahenkilöä.", sv="Tre artister, två säkerhetspersoner."),
    "risks": Text(fi="Vaatteen syttyminen: peite valmiina.", sv="Kläder fattar eld: filt i beredskap."),
    "instructions": Text(fi="Yleisölle kuulutetaan raja.", sv="Gränsen ropas ut för publiken."),
    "owner_consent": "received",
    "consent_file": ["lupa1"],
    "notifier_name": "Aino Esimerkki",
    "invoice_to_notifier": "yes",
}
BOTH: Final[Application] = {
    **without(EFFECTS, "place_address"),
    **without(FIRE_SHOW, "place_address", "notifier_name"),
    "what": ["effects", "fire_show"],
    "setting": ["indoors", "outdoors"],
    "property_id": "638-1-2-3",
    "notifier_kind": "company",
    "invoice_to_notifier": "no",
}

GAS: Final[Application] = {
    **ORGANISER,
    "gas_total": "264",
    "fuel_total": "0",
    "organiser_kind": "person",
    "organiser_name": "Aino Esimerkki",
    "event_name": Text(fi="Kesäsoitto", sv="Sommarmusik"),
    "event_period": {"first": "11.6.2027", "first_time": "8", "last": "13.6.2027", "last_time": "18"},
    "place_name": Text(fi="Jokirannan puisto", sv="Åstrandens park"),
    "place_address": HOME,
    "chemicals": [
        {
            "user": Text(fi="Muurikka Oy, lettujen paisto", sv="Muurikka Ab, plättar"),
            "substance": "gas",
            "amount": Text(fi="24 pulloa, 11 kg kukin", sv="24 flaskor på 11 kg"),
            "use_place": Text(fi="Paikat 1-12", sv="Platserna 1-12"),
        }
    ],
    "reason": Text(fi="Puiston sähkö ei riitä.", sv="Elen i parken räcker inte."),
    "risks": Text(fi="Kaasuvuoto: pullot sidotaan pystyyn.", sv="Gasläcka: flaskorna binds upprätt."),
    "storage": Text(fi="Lukittu häkki 20 m päässä teltoista.", sv="En låst bur 20 m från tälten."),
    "equipment": Text(fi="Jokainen myyjä ennen avausta.", sv="Varje försäljare före öppningen."),
    "extinguishing": Text(fi="Sammutin ja peite joka paikalla.", sv="Släckare och filt på varje plats."),
    "arrangements": Text(fi="Ohje jokaiselle myyjälle.", sv="Anvisning till varje försäljare."),
    "on_call": AINO,
    "invoice_to_organiser": "yes",
    "site_plan": ["piirros1"],
}
GAS_AND_MORE: Final[Application] = {
    **without(GAS, "place_address", "organiser_name"),
    "gas_total": "150",
    "fuel_total": "3 000",
    "organiser_kind": "association",
    "organiser_organisation": {"name": Text(fi="Esimerkkiseura ry", sv="Exempelföreningen rf")},
    "property_id": "638-1-2-3",
    "chemicals": [
        *GAS["chemicals"],
        {
            "user": Text(fi="Siivous", sv="Städning"),
            "substance": "other",
            "amount": Text(fi="20 litraa", sv="20 liter"),
            "use_place": Text(fi="Paikka 14", sv="Plats 14"),
        },
    ],
    "safety_sheets": ["tiedote1"],
    "invoice_to_organiser": "no",
    "invoice_recipient": RECIPIENT,
}

TANK: Final[Application] = {
    **NOTIFIER,
    "fate": "removed",
    "location": "underground",
    "notifier_kind": "person",
    "notifier_name": "Aino Esimerkki",
    "is_owner": "yes",
    "place_address": HOME,
    "contents": "heating_oil",
    "volume": "3,0",
    "material": "metal",
    "installed": "1978",
    "inspected_on": "20.3.2027",
    "inspector": "Säiliötarkastus Esimerkki Oy",
    "removed_on": "15.4.2027",
    "remover": "Maanrakennus Esimerkki Oy",
    "recipient": "Metalli Esimerkki Oy",
    "pipes": "removed",
    "soil": "seen",
    "inspection_record": ["poytakirja1"],
}
TANK_LEFT: Final[Application] = {
    **without(TANK, "place_address", "notifier_name", "installed", "removed_on", "remover", "recipient", "soil"),
    "fate": "stays_underground",
    "notifier_kind": "company",
    "notifier_organisation": {"name": "Isännöinti Esimerkki Oy", "business_id": "9999999-2"},
    "is_owner": "no",
    "owner": "Asunto Oy Esimerkki",
    "property_id": "638-1-2-3",
    "pipes": "plugged",
    "permission": Text(fi="Päätös 1.3.2027, nro 5", sv="Beslut 1.3.2027, nr 5"),
}
TANK_INSIDE: Final[Application] = {
    **without(TANK, "removed_on", "remover", "recipient", "soil"),
    "fate": "stays_inside",
    "location": "indoors",
}

_PEOPLE: Final = {"on_call", "invoice_recipient"}
_OF_NOTIFIER: Final = {"notifier_name", "notifier_address", "notifier_phone", "notifier_email"}
_OF_ORGANISER: Final = {"organiser_name", "organiser_address", "organiser_phone", "organiser_email"}

CASES: Final = {
    "ilotulitteet": Case(
        branches={"wedding": WEDDING, "birthday": BIRTHDAY},
        demanded={
            "wedding": [
                "occasion",
                "firing_period",
                "landowner",
                "place_name",
                "distance_people",
                "distance_buildings",
                "fireworks",
                "storage",
                "extinguishing",
                "notifier_name",
                "notifier_address",
                "notifier_phone",
                "notifier_email",
                "on_call",
                "adult",
                "firing_map",
                "true_information",
            ],
            "birthday": ["property_id"],
        },
        parts={"fireworks": ["firework_category", "firework_type", "firework_count"]},
        most=24,
        personal=frozenset({*_OF_NOTIFIER, "on_call"}),
    ),
    "tehosteet-ja-tuliesitys": Case(
        branches={"effects": EFFECTS, "fire show": FIRE_SHOW, "both": BOTH},
        demanded={
            "effects": [
                "what",
                "setting",
                "notifier_kind",
                "event_name",
                "event_period",
                "show_times",
                "place_name",
                "effects",
                "storage",
                "licence_holder",
                "licence",
                "fire_alarm",
                "extinguishing",
                "interruption",
                "on_call",
                "notifier_organisation",
                "notifier_address",
                "notifier_phone",
                "notifier_email",
                "invoice_to_notifier",
                "invoice_recipient",
                "drawing",
                "true_information",
            ],
            "fire show": [
                "fire_tools",
                "fuel_handling",
                "fire_distance",
                "fire_people",
                "risks",
                "instructions",
                "owner_consent",
                "consent_file",
                "notifier_name",
            ],
            "both": ["property_id"],
        },
        parts={
            "effects": ["effect_name", "effect_category", "effect_amount", "effect_place", "effect_distance"],
            "fire_tools": ["tool_name", "tool_fuel"],
        },
        most=45,
        secret=frozenset({"storage"}),
        personal=frozenset({*_OF_NOTIFIER, *_PEOPLE, "licence_holder", "licence"}),
    ),
    "nestekaasu-tapahtumassa": Case(
        branches={"gas": GAS, "gas and more": GAS_AND_MORE},
        demanded={
            "gas": [
                "gas_total",
                "fuel_total",
                "organiser_kind",
                "event_name",
                "event_period",
                "place_name",
                "chemicals",
                "reason",
                "risks",
                "storage",
                "equipment",
                "extinguishing",
                "arrangements",
                "on_call",
                "organiser_name",
                "organiser_address",
                "organiser_phone",
                "organiser_email",
                "invoice_to_organiser",
                "site_plan",
                "true_information",
            ],
            "gas and more": ["property_id", "organiser_organisation", "safety_sheets", "invoice_recipient"],
        },
        parts={"chemicals": ["user", "substance", "amount", "use_place"]},
        most=34,
        secret=frozenset({"storage", "site_plan"}),
        personal=frozenset({*_OF_ORGANISER, *_PEOPLE}),
    ),
    "oljysailio": Case(
        branches={"removed": TANK, "left in the ground": TANK_LEFT, "inside": TANK_INSIDE},
        demanded={
            "removed": [
                "fate",
                "location",
                "notifier_kind",
                "is_owner",
                "contents",
                "volume",
                "material",
                "inspected_on",
                "inspector",
                "removed_on",
                "remover",
                "recipient",
                "pipes",
                "soil",
                "notifier_name",
                "notifier_address",
                "notifier_phone",
                "notifier_email",
                "inspection_record",
                "true_information",
            ],
            "left in the ground": ["property_id", "permission", "notifier_organisation", "owner"],
            "inside": ["pipes", "inspection_record"],
        },
        most=25,
        personal=frozenset({*_OF_NOTIFIER, "owner"}),
    ),
}
