"""Who answers for what, where, on which day; and what an authority and the service owner see of adoptions."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from kevytasiointi.adoption.models import (
    Adoption,
    AdoptionEvent,
    ChangeNotice,
    Competence,
    EndingPlan,
    JoiningNotice,
    MailboxConfirmation,
    NoticeEvent,
    TermsAcceptance,
)
from kevytasiointi.adoption.terms import JOINING_TERMS_VERSION
from kevytasiointi.authorities.models import Authority, Municipality, Role, RoleName, SupportServiceRight, in_force
from kevytasiointi.authorities.queries import is_service_owner
from kevytasiointi.catalogue.models import Procedure
from kevytasiointi.core.refusals import NotFound
from kevytasiointi.identity.models import Account


def competent(procedure: Procedure, municipality: Municipality, on: dt.date) -> Adoption | None:
    """The adoption that answers for the procedure in the municipality that day, or None. Never two."""
    row = competence(procedure, municipality, on)
    return row.adoption if row else None


def competence(procedure: Procedure, municipality: Municipality, on: dt.date) -> Competence | None:
    """The same with the days on which it answers there."""
    rows = Competence.objects.in_force(on).filter(procedure=procedure, municipality=municipality)
    # Asked on nearly every page, so it costs no more than it must: no order, for there is at most one,
    # and no join to the procedure, which the caller has.
    found = next(iter(rows.select_related("adoption__authority")[:1]), None)
    if found is not None:
        found.procedure = found.adoption.procedure = procedure
    return found


def adoptions_of(authority: Authority) -> QuerySet[Adoption]:
    """Past, present and coming ones of one authority, latest first."""
    return Adoption.objects.of_authority(authority).select_related("procedure").order_by("-valid_from", "-pk")


def counts_in_force(on: dt.date) -> Mapping[int, int]:
    """Key of an authority → how many of its adoptions answer somewhere that day; those with none are left out."""
    rows = Adoption.objects.in_force(on).values("authority").annotate(count=Count("pk")).order_by()
    return {row["authority"]: row["count"] for row in rows}


def authorities_beside(adoption: Adoption) -> QuerySet[Authority]:
    """The other authorities that could be named as the one to turn to when the adoption ends."""
    return Authority.objects.exclude(pk=adoption.authority_id).order_by("slug")


def authority_beside(adoption: Adoption, public_id: str) -> Authority | None:
    return authorities_beside(adoption).filter(public_id=public_id).first()


def adoptions_seen_by(account: Account, on: dt.date) -> QuerySet[Adoption]:
    """Those that the person may see with their history: as administrator of the authority, or all as service owner."""
    seen = Adoption.objects.select_related("authority", "procedure").order_by("-valid_from", "-pk")
    if is_service_owner(account, on):
        return seen
    roles = Role.objects.of(account, on).filter(role=RoleName.ADMINISTRATOR, authority=OuterRef("authority"))
    return seen.filter(Exists(roles.filter(Q(procedure="") | Q(procedure=OuterRef("procedure__slug")))))


def adoption_seen_by(account: Account, public_id: str, on: dt.date) -> Adoption:
    """One of them, else `NotFound`: another's and no such thing look alike."""
    found = adoptions_seen_by(account, on).filter(public_id=public_id).first()
    if found is None:
        raise NotFound
    return found


def history_of(adoption: Adoption) -> QuerySet[AdoptionEvent]:
    return adoption.events.select_related("actor", "other__authority").order_by("pk")


def municipalities_of(adoption: Adoption, on: dt.date) -> list[Municipality]:
    """Where it answers that day; of one that isn't confirmed, where it is wanted; of one that is to begin, where it will."""
    if adoption.confirmed_at is None:
        wanted = Q(pk__in=adoption.wanted.values("municipality"))
    else:
        day = max(on, adoption.valid_from)
        wanted = Q(pk__in=adoption.competences.filter(in_force(day)).values("municipality"))
    return list(Municipality.objects.filter(wanted).order_by("code"))


def pending_changes(adoption: Adoption) -> QuerySet[ChangeNotice]:
    """Announced terms that aren't in force yet."""
    return adoption.change_notices.filter(applied_at=None).select_related("made_by")


def ending_plan(adoption: Adoption) -> EndingPlan | None:
    return (
        EndingPlan.objects.select_related("successor__authority", "other_authority").filter(adoption=adoption).first()
    )


def former_plan(procedure: Procedure, municipality: Municipality, on: dt.date) -> EndingPlan | None:
    """What the last authority that took the procedure in there, and does no more, tells its customers."""
    former = Competence.objects.filter(procedure=procedure, municipality=municipality, valid_to__lte=on)
    last = former.exclude(valid_to=F("valid_from")).order_by("-valid_to").first()
    return (
        EndingPlan.objects.select_related("other_authority").filter(adoption=last.adoption_id).first() if last else None
    )


def standing_in_the_way(
    procedure: Procedure, municipalities: Collection[Municipality], *, first: dt.date, end: dt.date | None
) -> QuerySet[Competence]:
    """What already answers for the procedure in those municipalities on some of the days `[first, end)`."""
    rows = Competence.objects.within(first, end).filter(procedure=procedure, municipality__in=municipalities)
    return rows.select_related("adoption__authority", "municipality").order_by("municipality__code", "valid_from")


def is_administrator(account: Account, authority: Authority, on: dt.date) -> bool:
    """Whether the person administers the authority in any procedure that day."""
    return Role.objects.of(account, on).filter(role=RoleName.ADMINISTRATOR, authority=authority).exists()


def has_accepted_terms(authority: Authority) -> bool:
    """Whether the authority has accepted the terms of joining that are in force."""
    return TermsAcceptance.objects.filter(authority=authority, version=JOINING_TERMS_VERSION).exists()


def is_mailbox_confirmed(address: str, authority: Authority) -> bool:
    """Whether somebody confirmed it for the authority, or for a person who has been its administrator."""
    administrators = Role.objects.filter(role=RoleName.ADMINISTRATOR, authority=authority).values("account")
    own = Q(authority=authority) | Q(authority=None, asked_by__in=administrators)
    return MailboxConfirmation.objects.of_mailbox(address).filter(own, confirmed_at__isnull=False).exists()


def ending_rights(on: dt.date, *, within: int) -> QuerySet[SupportServiceRight]:
    """Rights to the national identification that end in at most `within` days and that no later one carries on."""
    later = SupportServiceRight.objects.filter(
        authority=OuterRef("authority"), valid_from__lte=OuterRef("valid_to"), valid_to__gt=OuterRef("valid_to")
    )
    ending = SupportServiceRight.objects.filter(valid_to__gt=on, valid_to__lte=on + dt.timedelta(days=within))
    return ending.filter(~Exists(later)).select_related("authority").order_by("valid_to", "pk")


def ending_rights_of(authority: Authority, on: dt.date, *, within: int = 60) -> Sequence[SupportServiceRight]:
    """The same of one authority: for its administrators' pages."""
    return list(ending_rights(on, within=within).filter(authority=authority))


def notice(public_id: str) -> JoiningNotice:
    """The joining notice, else `NotFound`. Who may see it is `notice_seen_by`."""
    found = _notices().filter(public_id=public_id).first()
    if found is None:
        raise NotFound
    return found


def may_fill(account: Account, notice: JoiningNotice, on: dt.date) -> bool:
    """Its authority's administrators; before there is an authority, only who began it."""
    if notice.authority is None:
        return notice.written_by_id == account.pk
    return is_administrator(account, notice.authority, on)


def notice_to_fill(account: Account, public_id: str, on: dt.date) -> JoiningNotice:
    """A notice that the person may fill in and send, whatever its state, else `NotFound`."""
    found = notice(public_id)
    if not may_fill(account, found, on):
        raise NotFound
    return found


def notice_seen_by(account: Account, public_id: str, on: dt.date) -> JoiningNotice:
    """The same; the service owner also sees what has ever been sent. Else `NotFound`."""
    found = notice(public_id)
    if may_fill(account, found, on):
        return found
    if found.sent_by_id is None or not is_service_owner(account, on):
        raise NotFound
    return found


def notice_to_decide(account: Account, public_id: str, on: dt.date) -> JoiningNotice:
    """A notice that has ever been sent, for the service owner; for anybody else there is none: `NotFound`."""
    found = notice(public_id)
    if found.sent_by_id is None or not is_service_owner(account, on):
        raise NotFound
    return found


def events_of(notice: JoiningNotice) -> QuerySet[NoticeEvent]:
    return notice.events.select_related("actor").order_by("pk")


def adoptions_by_notice(notice: JoiningNotice) -> QuerySet[Adoption]:
    """What it has asked for, in the order of the procedures' addresses."""
    return notice.adoptions.select_related("procedure", "authority").order_by("procedure__slug")


def notices_of(authority: Authority) -> QuerySet[JoiningNotice]:
    """Those of the authority, the latest first."""
    return _notices().filter(authority=authority).order_by("-pk")


def notices_of_new_authorities(account: Account) -> QuerySet[JoiningNotice]:
    """Those that the person has begun for an authority that isn't in the service, and not given up."""
    own = _notices().filter(written_by=account, authority=None, given_up_at=None)
    return own.order_by("-pk")


def notices_to_decide() -> QuerySet[JoiningNotice]:
    """What waits for the service owner, the longest waiting first."""
    waiting = _notices().filter(sent_at__isnull=False, confirmed_at=None, given_up_at=None)
    return waiting.order_by("sent_at", "pk")


def mailboxes_asked(
    account: Account | None, authority: Authority | None, address: str
) -> QuerySet[MailboxConfirmation]:
    """The test messages sent to the address for the authority, or before there is one for the person; latest first."""
    asked = MailboxConfirmation.objects.of_mailbox(address)
    own = asked.filter(authority=authority) if authority else asked.filter(authority=None, asked_by=account)
    return own.order_by("-pk")


def _notices() -> QuerySet[JoiningNotice]:
    return JoiningNotice.objects.select_related(
        "authority__organisation", "sheet__version", "written_by", "sent_by"
    ).defer("sheet__version__content")
