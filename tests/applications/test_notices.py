"""What leaves by mail, through the worker and a real mail server."""

import pytest

from kevytasiointi.adoption.models import AdoptionEvent
from kevytasiointi.adoption.services.leaving import Plan, detach
from kevytasiointi.adoption.services.running import extend, shrink
from kevytasiointi.applications import queries
from kevytasiointi.applications.rules import FactKind, Mover, Status
from kevytasiointi.applications.services import elsewhere, handling, sending, talking
from kevytasiointi.applications.tasks import tell_drafts
from kevytasiointi.authorities.founding import extend_territory
from kevytasiointi.core.text import Text
from kevytasiointi.ledger.worker import Worker
from support.cast import NOW, TODAY, a_cast, load_small_definitions
from support.makers import a_municipality
from support.own_service import an_own_service, begun, told_sent

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast(tmp_path, transactional_db):
    load_small_definitions(tmp_path / "definitions")
    return a_cast()


@pytest.fixture
def post(smtp, settings):
    from dataclasses import replace  # noqa: PLC0415

    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, smtp_url=smtp.url)
    return smtp


def letters_after(cast, post, act):
    Worker().run_until_empty()
    post.letters.clear()
    act()
    Worker().run_until_empty()
    return {recipient: letter for letter in post.letters for recipient in letter.recipients}


def test_sending_alerts_the_role_address_and_confirms_to_the_customer(cast, post):
    draft = cast.answer(cast.draft(cast.bo), what="Salainen konsertti")
    letters = letters_after(cast, post, lambda: cast.send(draft, cast.bo))

    assert set(letters) == {"ymparisto@porvoo.example", "bo@customer.example"}
    alert, receipt = letters["ymparisto@porvoo.example"], letters["bo@customer.example"]
    assert f"/fi/desk/cases/{draft.public_id}/" in alert.text
    assert f"/sv/applications/{draft.public_id}/" in receipt.text
    assert cast.as_now(draft).reference in receipt.text
    for letter in letters.values():
        assert "konsertti" not in str(letter.message)
        assert cast.bo.family_name not in letter.text
    assert FactKind.ALERTED in queries.trail_of(draft)


def test_a_new_status_is_told_without_saying_what_it_is(cast, post):
    sent = cast.sent(cast.aino)

    def decide():
        decision = handling.Decision(Status.HANDLED, "decision_given", "Hylätty!")
        handling.change_status(application=sent, decision=decision, actor=cast.onni, seen=1, now=NOW)

    letters = letters_after(cast, post, decide)
    assert set(letters) == {"aino@customer.example"}
    letter = letters["aino@customer.example"]
    assert "Hylätty" not in str(letter.message)
    assert "päätös" not in letter.text.lower()
    assert FactKind.TOLD in queries.trail_of(sent)


def test_who_gave_no_address_gets_no_mail_and_nothing_fails(cast, post):
    cast.aino.email = ""
    cast.aino.save()
    draft = cast.answer(cast.draft(cast.aino), what="Soitto")
    letters = letters_after(cast, post, lambda: cast.send(draft, cast.aino))
    assert set(letters) == {"ymparisto@porvoo.example"}


def test_a_message_is_told_to_the_other_side(cast, post):
    sent = cast.sent(cast.aino)

    def talk():
        for author, sender in ((cast.aino, Mover.CUSTOMER), (cast.onni, Mover.OFFICIAL)):
            draft = talking.Draft(author=author, sender=sender, text="Salaisuus", key=sender)
            talking.send_message(application=sent, draft=draft, now=NOW)

    letters = letters_after(cast, post, talk)
    assert set(letters) == {"ymparisto@porvoo.example", "aino@customer.example"}
    assert not any("Salaisuus" in str(letter.message) for letter in letters.values())


def test_a_withdrawal_is_told_to_the_authority(cast, post):
    sent = cast.sent(cast.aino)
    letters = letters_after(
        cast, post, lambda: sending.withdraw(application=sent, sender=cast.principal(cast.aino), now=NOW)
    )
    assert set(letters) == {"ymparisto@porvoo.example"}


def test_a_mail_server_that_is_down_loses_nothing(cast, post):
    post.answer_next("451 4.3.0 Later", "451 4.3.0 Later")
    draft = cast.answer(cast.draft(cast.aino), what="Soitto")
    letters = letters_after(cast, post, lambda: cast.send(draft, cast.aino))
    assert len(letters) < 2
    assert cast.as_now(draft).status == Status.SUBMITTED


def test_the_role_address_is_alerted_of_what_was_sent_in_the_own_service(cast, post):
    an_own_service(cast)
    row = begun(cast, cast.bo)
    letters = letters_after(
        cast, post, lambda: elsewhere.tell_sent(application=row, sender=cast.principal(cast.bo), now=NOW)
    )
    assert set(letters) == {"ymparisto@sipoo.example"}
    alert = letters["ymparisto@sipoo.example"]
    assert f"/fi/desk/cases/{row.public_id}/" in alert.text
    assert row.reference in alert.text
    assert cast.bo.family_name not in alert.text
    assert FactKind.ALERTED in queries.trail_of(row)


def test_a_status_set_there_is_told_to_whoever_sent_it(cast, post):
    an_own_service(cast)
    case = told_sent(cast, cast.bo)
    decision = handling.Decision(Status.SUBMITTED)
    letters = letters_after(
        cast,
        post,
        lambda: handling.change_status(application=case, decision=decision, actor=cast.onni, seen=1, now=NOW),
    )
    assert set(letters) == {"bo@customer.example"}


def test_who_has_a_draft_is_told_when_its_authority_stops_and_nobody_else_is(cast, post):
    draft = cast.answer(cast.draft(cast.aino), what="Salainen konsertti")
    cast.answer(cast.draft(cast.bo), what="Bos konsert")
    cast.sent(cast.bo)
    cast.draft(cast.eeva, municipality="837")

    letters = letters_after(cast, post, lambda: detached(draft.adoption))
    assert set(letters) == {"aino@customer.example", "bo@customer.example"}
    assert f"/fi/applications/{draft.public_id}/" in letters["aino@customer.example"].text
    assert "konsertti" not in str(letters["aino@customer.example"].message)
    assert "ditt utkast" in letters["bo@customer.example"].subject


def test_only_drafts_in_the_municipalities_that_are_left_are_told_of(cast, post):
    draft = cast.draft(cast.aino)
    other = a_municipality("092")
    extend_territory(authority=cast.porvoo, municipalities=[other], since=TODAY, actor=None, now=NOW)
    extend(adoption=draft.adoption, municipalities=[other], from_day=TODAY, actor=None, now=NOW)
    cast.draft(cast.bo, municipality="092")

    def leave():
        shrink(adoption=draft.adoption, municipalities=[other], last_day=TODAY, actor=None, now=NOW)

    assert set(letters_after(cast, post, leave)) == {"bo@customer.example"}


def test_a_draft_that_has_been_sent_meanwhile_is_not_told_of(cast, post):
    draft = cast.answer(cast.draft(cast.aino), what="Konsertti")

    def send_at_once():
        detached(draft.adoption)
        tell_drafts.func(AdoptionEvent.objects.latest("pk").pk)
        cast.send(draft, cast.aino)

    letters = letters_after(cast, post, send_at_once)
    assert set(letters) == {"aino@customer.example", "ymparisto@porvoo.example"}, "the receipt and the alert"
    assert not any("muuttumassa" in letter.text for letter in post.letters)


def detached(adoption):
    plan = Plan(last_day=TODAY, replacement=Text(fi="Kirjaamo", sv="Registratorskontoret"))
    detach(adoption=adoption, plan=plan, actor=None, now=NOW)
