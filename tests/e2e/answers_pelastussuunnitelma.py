"""The rescue plan of a summer concert of three hundred people, page by page, as its organiser would answer."""

from typing import Any, Final

MAP: Final = "MAP"
"""Stands for a small PDF."""


def answers(day: str) -> dict[str, dict[str, Any]]:
    return {
        "start": {"grounds": ["crowd"], "organiser_kind": "person", "features": ["structures", "fuels"]},
        "event": {
            "event_name": "Jokirannan kesäsoitto",
            "description": "Kolme yhtyettä soittaa jokirannan lavalla kello viidestä yhdeksään.",
            "event_period": {"first": day, "first_time": "16", "last": day, "last_time": "22"},
            "attendance_peak": "300",
            "audience": ["everyone", "families"],
        },
        "place": {
            "place_name": "Jokirannan puisto",
            "place_address": {"street": "Jokikatu 1", "postcode": "06100", "city": "Porvoo"},
            "setting": ["outdoors"],
            "capacity": "800 henkilöä: yleisölle on 800 neliömetriä vapaata alaa, ja portit ovat leveät.",
        },
        "risks": {
            "risks__danger": "Tulipalo ruokateltassa",
            "risks__assessment": "moderate",
            "risks__measures": "Teltassa on sammutin ja sammutuspeite. Kaasu suljetaan ja yleisö ohjataan pois.",
        },
        "exits": {
            "exits__exit_name": "Portti A Jokikadulle, valaistu opaste",
            "exits__exit_width": "4,5",
            "assembly_point": "Koulun piha, Koulukatu 3",
            "rescue_roads": "Jokikadulta portin B kautta. Tie on 4 metriä leveä, ja portinvartija pitää sen vapaana.",
            "extinguishers": "Neljä 6 kg jauhesammutinta ja kaksi sammutuspeitettä: lava, ruokateltat, portit.",
        },
        "dangers": {
            "structures__structure_name": "Ruokateltta",
            "structures__structure_area": "36",
            "structures__structure_details": "20 henkilöä, paloluokka B1, painot joka kulmassa, 10 m lähimpään taloon.",
            "fuels": "Nestekaasua kaksi 11 kg pulloa ruokateltassa. Pullot ovat teltan ulkopuolella lukitussa häkissä.",
        },
        "safety": {
            "safety_person": {"given_name": "Aino", "family_name": "Esimerkki", "phone": "000 999 0101"},
            "staff": "Neljä järjestyksenvalvojaa, kaksi sammuttajaa, yksi opastaja portilla B.",
            "first_aid": "Ensiaputeltta portin A vieressä, kaksi ensiapukoulutettua.",
            "alarm": "Turvallisuusvastaava soittaa hätänumeroon 112. Henkilöstöllä on radiopuhelimet, lavalta kuulutetaan.",
            "interruption": "Turvallisuusvastaava keskeyttää, jos tuuli on yli 15 m/s tai ukkonen lähestyy.",
            "instructions": "Henkilöstö perehdytetään kello 14. Yleisö saa ohjeet lavalta ja porttien tauluista.",
            "special_groups": "Kadonnut lapsi tuodaan ensiaputelttaan. Liikuntarajoitteisille on tasainen reitti portille A.",
        },
        "organiser": {
            "organiser_address": {"street": "Kotikatu 2", "postcode": "06100", "city": "Porvoo"},
            "organiser_phone": "000 999 0101",
            "organiser_email": "aino@asiakas.example",
        },
        "attachments": {"site_map": MAP, "true_information": True},
    }
