"""Who may open what: one row for each named address, role, method, answer.

A new address gets a row here, or `test_every_address_is_in_the_table` fails. Everything else in this
folder is made from the table: headers, caches, methods, tokens, and that what isn't yours looks as if
it didn't exist.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from access.world import World
from kevytasiointi.adoption.services.mailboxes import token_of
from kevytasiointi.authorities.tokens import token_of as invitation_token
from kevytasiointi.core import clock


class Role(StrEnum):
    NOBODY = "nobody"
    AINO = "aino"  # the customer whose applications these are
    BO = "bo"  # another customer
    ONNI = "onni"  # official of the authority they went to
    RAUNI = "rauni"  # reads there, and changes nothing
    VAINO = "vaino"  # official of another authority
    EEVA = "eeva"  # administrator of Onni's authority
    TARJA = "tarja"  # administrator of another authority
    KERTTU = "kerttu"  # owns the service


SIGNED_IN = tuple(role for role in Role if role is not Role.NOBODY)


class Answer(StrEnum):
    PAGE = "page"  # 200, a page
    DATA = "data"  # 200, for machines
    FILE = "file"  # 200, handed out to be saved
    MOVED = "moved"  # redirected to another page
    SIGN_IN = "sign in"  # redirected to the sign-in page
    HIDDEN = "hidden"  # 404, as if there were nothing
    TO_CORRECT = "to correct"  # 422, the page again with what is wrong
    REFUSED = "refused"  # 409, a page that says why
    NO_METHOD = "no method"  # 405


Answers = Mapping[Role, Answer]


def everyone(answer: Answer) -> Answers:
    return dict.fromkeys(Role, answer)


def signed_in(answer: Answer) -> Answers:
    return {Role.NOBODY: Answer.SIGN_IN, **dict.fromkeys(SIGNED_IN, answer)}


def only(*roles: Role, answer: Answer) -> Answers:
    """For others there is nothing there; who isn't signed in is sent to do so first."""
    return {**signed_in(Answer.HIDDEN), **dict.fromkeys(roles, answer)}


NO_METHOD = everyone(Answer.NO_METHOD)

Fields = Callable[[World], Mapping[str, Any]]


def _none(_world: World) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True)
class Row:
    """`arguments` names the object in the address, `unknown` one that doesn't exist; `body` is a POST's.

    `looks_are_logged`: reading writes into the audit trail, as it must.
    """

    name: str
    get: Answers = field(default_factory=lambda: NO_METHOD)
    post: Answers = field(default_factory=lambda: NO_METHOD)
    arguments: Fields = _none
    unknown: Mapping[str, str] = field(default_factory=dict)
    body: Fields = _none
    looks_are_logged: bool = False

    def answers(self, method: str) -> Answers:
        """Of a closed address one must sign in to hear that it doesn't know the method."""
        answers = {"GET": self.get, "POST": self.post}[method]
        return {**answers, Role.NOBODY: Answer.SIGN_IN} if self.is_closed else answers

    @property
    def is_closed(self) -> bool:
        return Answer.SIGN_IN in {self.get[Role.NOBODY], self.post[Role.NOBODY]}


UNKNOWN = {"public_id": "AAAAAAAAAAAAAAAAAAAAAA"}
PAGE, DATA, FILE, MOVED, TO_CORRECT = Answer.PAGE, Answer.DATA, Answer.FILE, Answer.MOVED, Answer.TO_CORRECT


def _draft(world: World) -> Mapping[str, str]:
    return {"public_id": world.draft.public_id}


def _draft_page(world: World) -> Mapping[str, str]:
    return {**_draft(world), "page_id": "first"}


def _sent(world: World) -> Mapping[str, str]:
    return {"public_id": world.sent.public_id}


def _sent_file(world: World) -> Mapping[str, str]:
    return {**_sent(world), "file_id": world.file.public_id}


def _small(_world: World) -> Mapping[str, str]:
    return {"slug": "small"}


def _seen(world: World, **fields: str) -> Mapping[str, str]:
    return {"seen": str(world.seen), **fields}


def own(name: str, arguments: Fields, *, get: Answer | None = None, post: Answer | None = None, **more: object) -> Row:
    """A customer's own: Aino's, and nobody else's."""
    return _of(Role.AINO, name, arguments, get=get, post=post, **more)


def desk(name: str, arguments: Fields, *, get: Answer | None = None, post: Answer | None = None, **more: object) -> Row:
    """A case of the authority: its handlers', and nobody else's; a reader sees it and changes nothing."""
    row = _of(Role.ONNI, name, arguments, get=get, post=post, looks_are_logged=True, **more)
    if get is not None:
        return replace(row, get={**row.get, Role.RAUNI: get})
    return replace(row, post={**row.post, Role.RAUNI: Answer.REFUSED})


def console(
    name: str, arguments: Fields, *, get: Answer | None = None, post: Answer | None = None, **more: object
) -> Row:
    """An authority's own administration: its administrators', the service owner's, and nobody else's."""
    row = _of(Role.EEVA, name, arguments, get=get, post=post, **more)
    return replace(
        row,
        get={**row.get, Role.KERTTU: get} if get is not None else row.get,
        post={**row.post, Role.KERTTU: post} if post is not None else row.post,
    )


def _of(role: Role, name: str, arguments: Fields, *, get: Answer | None, post: Answer | None, **more: object) -> Row:
    methods = {
        method: only(role, answer=answer) for method, answer in (("get", get), ("post", post)) if answer is not None
    }
    return Row(name, arguments=arguments, **{"unknown": UNKNOWN, **methods, **more})


def _porvoo(world: World) -> Mapping[str, str]:
    return {"public_id": world.cast.porvoo.public_id}


def _onni(world: World) -> Mapping[str, str]:
    return {**_porvoo(world), "person_id": world.cast.onni.public_id}


def _adoption(world: World) -> Mapping[str, str]:
    return {"public_id": world.adoption}


def _terms(world: World) -> Mapping[str, str]:
    """What changes: only the handling time."""
    day = f"{clock.today():%d.%m.%Y}"
    return {"from_day": day, "alert_address": "ymparisto@porvoo.example", "alert_language": "fi", "handling_days": "9"}


def _places(_world: World) -> Mapping[str, str]:
    """Outside the authority's territory."""
    return {"what": "add", "municipalities": "Helsinki", "day": "1.6.2030"}


def _plan(_world: World) -> Mapping[str, str]:
    return {"last_day": "1.6.2030", "replacement_fi": "Puhelin 000 1", "replacement_sv": "Telefon 000 1"}


def notice(name: str, *, page_id: str = "", **more: object) -> Row:
    """Eeva's joining notice for Porvoo: hers and nobody else's, the service owner's only when it has been sent."""
    extra = {"page_id": page_id} if page_id else {}
    return _of(
        Role.EEVA,
        name,
        lambda world: {"public_id": world.notice.public_id, **extra},
        **{"get": None, "post": None, **more},
    )


_ROLE = {"role": "reader", "procedure": "small", "language": "fi"}
_UNKNOWN_PERSON = {"person_id": UNKNOWN["public_id"]}
_UNKNOWN_FILE = {"file_id": UNKNOWN["public_id"]}

TABLE: tuple[Row, ...] = (
    # Machines
    Row("api:health", get=everyone(DATA)),
    Row("api:coverage_summary_json", get=everyone(DATA)),
    Row("api:coverage_summary_csv", get=everyone(FILE)),
    Row("api:coverage_json", get=everyone(DATA), arguments=_small, unknown={"slug": "no-such-thing"}),
    Row("api:coverage_csv", get=everyone(FILE), arguments=_small, unknown={"slug": "no-such-thing"}),
    # Everybody
    Row("portal:front", get=everyone(PAGE)),
    Row("portal:search", get=everyone(PAGE)),
    Row("portal:procedure", get=everyone(PAGE), arguments=_small, unknown={"slug": "no-such-thing"}),
    Row("portal:catalogue", get=everyone(PAGE)),
    Row("portal:catalogue_procedure", get=everyone(PAGE), arguments=_small, unknown={"slug": "no-such-thing"}),
    Row("portal:blank_pdf", get=everyone(FILE), arguments=_small, unknown={"slug": "no-such-thing"}),
    Row(
        "portal:trial",
        get=everyone(PAGE),
        post=everyone(PAGE),
        arguments=_small,
        unknown={"slug": "no-such-thing"},
    ),
    Row("portal:coverage", get=everyone(PAGE)),
    Row("portal:coverage_procedure", get=everyone(PAGE), arguments=_small, unknown={"slug": "no-such-thing"}),
    Row(
        "portal:coverage_municipality",
        get=everyone(PAGE),
        arguments=lambda _: {"code": "638"},
        unknown={"code": "999"},
    ),
    Row(
        "portal:wish",
        post=everyone(MOVED),
        arguments=_small,
        unknown={"slug": "no-such-thing"},
        body=lambda _: {"municipality": "091"},
    ),
    Row("site:sign_in", get=everyone(PAGE), post=everyone(MOVED), body=lambda _: {"persona": "aino"}),
    Row("site:sign_out", post=everyone(MOVED)),
    Row("site:accessibility", get=everyone(PAGE)),
    Row("site:privacy", get=everyone(PAGE)),
    Row("site:about", get=everyone(PAGE)),
    Row("site:gallery", get=everyone(PAGE)),
    Row("site:mailbox", get=everyone(PAGE)),
    Row(
        "site:confirm_mailbox",
        get=everyone(PAGE),
        post=everyone(MOVED),
        arguments=lambda world: {"token": token_of(world.cast.porvoo.mailboxes.earliest("pk"))},
        unknown={"token": "AAAAAAAAAAAAAAAAAAAAAA:BBBB"},
    ),
    # Whoever is signed in
    Row(
        "site:terms",
        get=signed_in(PAGE),
        post=signed_in(MOVED),
        body=lambda world: {"accepted": "yes", "version": world.terms, "email": "a@customer.example"},
    ),
    Row(
        "portal:start",
        post=signed_in(MOVED),
        arguments=_small,
        unknown={"slug": "no-such-thing"},
        body=lambda _: {"municipality": "638"},
    ),
    Row("portal:applications", get=signed_in(PAGE)),
    # The customer's own
    own("portal:application", _sent, get=PAGE),
    own("portal:step", _draft_page, get=PAGE, post=MOVED, body=lambda world: world.first_page()),
    own("portal:check", _draft, get=PAGE),
    own("portal:send", _draft, post=MOVED),
    own("portal:receipt", _sent, get=PAGE),
    own("portal:receipt_pdf", _sent, get=FILE),
    own("portal:file", _sent_file, get=FILE, unknown=_UNKNOWN_FILE),
    own("portal:message", _sent, post=MOVED, body=lambda _: {"text": "Hei", "key": "k"}),
    own("portal:withdraw", _sent, get=PAGE, post=MOVED),
    own("portal:sent_elsewhere", lambda world: {"public_id": world.elsewhere.public_id}, post=MOVED),
    # The authority's
    Row("desk:inbox", get=only(Role.ONNI, Role.RAUNI, Role.VAINO, answer=PAGE)),
    desk("desk:case", _sent, get=PAGE),
    desk("desk:take", _sent, post=MOVED, body=_seen),
    desk("desk:handler", _sent, post=MOVED, body=lambda world: _seen(world, handler=world.cast.ilona.public_id)),
    desk("desk:case_number", _sent, post=MOVED, body=lambda world: _seen(world, case_number="POR/1")),
    desk("desk:status", _sent, post=MOVED, body=lambda world: _seen(world, target="in_handling")),
    desk("desk:message", _sent, post=MOVED, body=lambda _: {"text": "Hei", "key": "k"}),
    desk("desk:package", _sent, get=FILE),
    desk("desk:pdf", _sent, get=FILE),
    desk("desk:file", _sent_file, get=FILE, unknown=_UNKNOWN_FILE),
    # The administrator's
    Row("console:start", get=signed_in(PAGE)),
    Row("console:join", post=signed_in(MOVED)),
    console("console:authority", _porvoo, get=PAGE),
    console("console:adoption", _adoption, get=PAGE),
    console("console:change", _adoption, get=PAGE, post=MOVED, body=_terms),
    console("console:places", _adoption, get=PAGE, post=TO_CORRECT, body=_places),
    console("console:right", _porvoo, get=PAGE, post=MOVED, body=lambda _: {"first": "1.1.2027", "last": "31.12.2027"}),
    console("console:detach", _adoption, get=PAGE, post=MOVED, body=_plan),
    notice("console:notice", get=PAGE),
    notice("console:step", get=PAGE, post=MOVED, page_id="start", body=lambda world: world.notice_page()),
    notice("console:test_mailbox", post=MOVED, body=lambda _: {"address": "ymparisto@helsinki.example"}),
    notice("console:send_notice", post=MOVED),
    notice("console:give_up_notice", post=MOVED),
    console("console:people", _porvoo, get=PAGE),
    console("console:people_history", _porvoo, get=PAGE),
    console("console:invite", _porvoo, get=PAGE, post=MOVED, body=lambda _: {**_ROLE, "email": "uusi@porvoo.example"}),
    console("console:person", _onni, get=PAGE, post=MOVED, body=lambda _: _ROLE, unknown=_UNKNOWN_PERSON),
    console("console:dismiss", _onni, post=MOVED, body=lambda world: {"role": world.role}, unknown=_UNKNOWN_PERSON),
    console(
        "console:withdraw_invitation",
        lambda world: {**_porvoo(world), "invitation_id": world.invitation.public_id},
        post=MOVED,
        unknown={"invitation_id": UNKNOWN["public_id"]},
    ),
    Row(
        "console:invitation",
        get=signed_in(PAGE),
        post=signed_in(MOVED),
        arguments=lambda world: {"token": invitation_token(world.invitation.public_id)},
        unknown={"token": "no-such-token"},
    ),
    Row(
        "console:rehearsals",
        get=only(Role.EEVA, Role.KERTTU, answer=PAGE),
        post={**only(Role.EEVA, answer=MOVED), Role.KERTTU: Answer.REFUSED},
        arguments=lambda world: {"public_id": world.cast.porvoo.adoptions.get().public_id},
        unknown=UNKNOWN,
        body=lambda _: {"language": "fi"},
    ),
    # The service owner's
    Row(
        "portal:wishes_csv",
        get=only(Role.KERTTU, answer=FILE),
        arguments=_small,
        unknown={"slug": "no-such-thing"},
    ),
    Row(
        "console:territory",
        get=only(Role.KERTTU, answer=PAGE),
        post=only(Role.KERTTU, answer=MOVED),
        arguments=_porvoo,
        unknown=UNKNOWN,
        body=_places,
    ),
    Row("console:authorities", get=only(Role.KERTTU, answer=PAGE)),
    *(
        Row(
            name,
            post=only(Role.KERTTU, answer=MOVED),
            arguments=lambda world: {"public_id": world.sent_notice.public_id},
            unknown=UNKNOWN,
            body=lambda _: {"reason": "Korjaa"},
        )
        for name in ("console:confirm_notice", "console:return_notice")
    ),
    Row("console:jobs", get=only(Role.KERTTU, answer=PAGE)),
    Row(
        "console:retry",
        post=only(Role.KERTTU, answer=MOVED),
        arguments=lambda world: {"public_id": world.dead_job.public_id},
        unknown=UNKNOWN,
    ),
)
