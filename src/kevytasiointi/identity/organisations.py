"""The legal persons: known by their business id, and by their id in the Finnish Service Catalogue (PTV)."""

import datetime as dt
import uuid

from django.db import transaction

from kevytasiointi.core.refusals import Refusal
from kevytasiointi.core.text import Text
from kevytasiointi.formflow.values.identifiers import read_business_id
from kevytasiointi.formflow.values.reading import Unreadable
from kevytasiointi.identity.models import Account, Organisation
from kevytasiointi.ledger.audit import record


class NotABusinessId(Refusal):
    """Not seven digits, a hyphen and the right check digit."""

    code = "not_a_business_id"


class NotAPtvId(Refusal):
    """PTV gives each organisation a UUID; this isn't one."""

    code = "not_a_ptv_id"


@transaction.atomic
def put_organisation(
    *, business_id: str, ptv_id: str, name: Text, actor: Account | None, now: dt.datetime
) -> Organisation:
    """The organisation with this business id, made if it isn't known; `ptv_id` may be empty.

    A known one keeps its name, and a PTV id that it has. Refuses with `NotABusinessId` or `NotAPtvId`.
    """
    organisation, is_new = Organisation.objects.get_or_create(
        business_id=checked_business_id(business_id), defaults={"name": name}
    )
    known_in_ptv = checked_ptv_id(ptv_id)
    if organisation.ptv_id is None and known_in_ptv is not None:
        organisation.ptv_id = known_in_ptv
        organisation.save(update_fields=["ptv_id"])
    if is_new:
        record(
            action="organisation.made",
            actor=actor.public_id if actor else "",
            authority="",
            object_kind="organisation",
            object_id=organisation.public_id,
            now=now,
        )
    return organisation


def checked_business_id(typed: str) -> str:
    """As registers write it, `1234567-1`. Refuses with `NotABusinessId`, also when it is empty."""
    try:
        found = read_business_id(typed)
    except Unreadable:
        raise NotABusinessId from None
    if found is None:
        raise NotABusinessId
    return found


def checked_ptv_id(typed: str) -> uuid.UUID | None:
    """None when nothing was typed. Refuses with `NotAPtvId`."""
    bare = typed.strip()
    if not bare:
        return None
    try:
        found = uuid.UUID(bare)
    except ValueError:
        raise NotAPtvId from None
    if str(found) != bare.lower():  # Python also reads a UUID in braces, or without its hyphens
        raise NotAPtvId
    return found
