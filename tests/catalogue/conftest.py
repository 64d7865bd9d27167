import textwrap
from pathlib import Path

import pytest

VOCABULARY = """
language_schema: 1
shared:
  event.name:
    type: text
    label: {fi: Tapahtuman nimi, sv: Evenemangets namn, en: Name of the event}
    max_length: 100
"""

STATUSES = """
language_schema: 1
statuses:
  submitted:
    name: {fi: Lähetetty, sv: Skickad, en: Sent}
    names:
      notification: {fi: Ilmoitus lähetetty, sv: Anmälan skickad, en: Notification sent}
    explanation: {fi: Odottaa., sv: Väntar., en: Waits.}
outcomes:
  received:
    kinds: [notification]
    name: {fi: Vastaanotettu, sv: Mottagen, en: Received}
    explanation: {fi: Valmis., sv: Klar., en: Done.}
  granted:
    kinds: [permit]
    name: {fi: Myönnetty, sv: Beviljats, en: Granted}
    explanation: {fi: Saat luvan., sv: Du får lov., en: You may.}
"""

BUNDLE = """
language_schema: 1
id: event
name: {fi: Tapahtuma, sv: Evenemang, en: Event}
summary: {fi: Luvat., sv: Lov., en: Permits.}
position: 1
"""

PROCEDURE = """
language_schema: 1
id: noise
kind: notification
authority: {type: municipality, sector: environment}
bundles: [event]
name: {fi: Meluilmoitus, sv: Bulleranmälan, en: Notification of noise}
summary: {fi: Kerro melusta., sv: Berätta om buller., en: Tell of noise.}
keywords: {fi: konsertti, sv: konsert, en: concert}
change_note: {fi: Ensimmäinen., sv: Första., en: First.}
legal_basis:
  - {id: ysl118, act: 527/2014, section: 118 §, name: {fi: YSL, sv: MSL, en: EPA}, source: statute, checked_on: "2026-11-23"}
statutory_procedures: [{name: {fi: Ilmoitus, sv: Anmälan, en: Notification}, basis: ysl118}]
who: {fi: Sinä., sv: Du., en: You.}
when: {fi: Ajoissa., sv: I tid., en: In time.}
cost: {fi: Taksa., sv: Taxa., en: Tariff.}
time: {fi: Kuukausi., sv: En månad., en: A month.}
minutes_to_fill: 5
at_hand: [{fi: Kartta, sv: Karta, en: Map}]
other_channels: {fi: Kirje., sv: Brev., en: Letter.}
what_next: {fi: Odota., sv: Vänta., en: Wait.}
outcomes: [received]
records: {function_code: "", publicity: public, secrecy: [], personal_data: basic, retention: {years: 10, basis: general_knowledge}}
form:
  pages:
    - id: event
      title: {fi: Tapahtuma, sv: Evenemanget, en: The event}
      questions:
        - {id: event_name, type: text, shared: event.name, purpose: {basis: ysl118}}
        - id: visitors
          type: integer
          label: {fi: Montako?, sv: Hur många?, en: How many?}
          purpose: {basis: ysl118}
"""


class Folder:
    """A small folder of definitions that a test may spoil."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for file, text in [
            ("vocabulary.yaml", VOCABULARY),
            ("statuses.yaml", STATUSES),
            ("bundles/event.yaml", BUNDLE),
            ("procedures/noise.yaml", PROCEDURE),
        ]:
            self.write(file, text)

    def write(self, file: str, text: str) -> None:
        (self.path / file).parent.mkdir(parents=True, exist_ok=True)
        (self.path / file).write_text(textwrap.dedent(text).lstrip(), encoding="utf-8")

    def text(self, file: str) -> str:
        return (self.path / file).read_text(encoding="utf-8")

    def change(self, file: str, old: str, new: str) -> None:
        assert old in self.text(file)
        self.write(file, self.text(file).replace(old, new))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "definitions")
