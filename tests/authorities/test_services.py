import datetime as dt

import pytest

from kevytasiointi.authorities import queries
from kevytasiointi.authorities.models import Role, RoleName
from kevytasiointi.authorities.services import RoleNeedsAuthority, give_role, take_role
from kevytasiointi.ledger.models import AuditEntry
from support.makers import NOW, TODAY, a_person, an_authority

pytestmark = pytest.mark.django_db


def test_a_role_taken_away_holds_no_more_the_same_day():
    onni, porvoo, eeva = a_person(), an_authority(), a_person("Eeva")
    role = give_role(account=onni, role=RoleName.HANDLER, authority=porvoo, actor=eeva, now=NOW)
    assert queries.desk_of(onni, TODAY).has(RoleName.HANDLER)
    take_role(role=role, actor=eeva, now=NOW)
    assert not queries.desk_of(onni, TODAY).has(RoleName.HANDLER)


def test_giving_and_taking_are_audited_once_each():
    onni, porvoo, eeva = a_person(), an_authority(), a_person("Eeva")
    for _ in range(2):
        role = give_role(account=onni, role=RoleName.HANDLER, authority=porvoo, actor=eeva, now=NOW)
    for _ in range(2):
        take_role(role=role, actor=eeva, now=NOW + dt.timedelta(days=3))
    written = AuditEntry.objects.order_by("pk").values_list("action", "actor", "authority", "object_id")
    assert list(written) == [
        (action, eeva.public_id, porvoo.public_id, onni.public_id) for action in ("role.given", "role.taken")
    ]


def test_a_role_that_hasnt_begun_never_does():
    role = Role.objects.create(
        account=a_person(), authority=an_authority(), role=RoleName.HANDLER, valid_from=TODAY + dt.timedelta(days=9)
    )
    take_role(role=role, actor=None, now=NOW)
    assert not queries.desk_of(role.account, role.valid_from).roles


@pytest.mark.parametrize("role", [RoleName.HANDLER, RoleName.SERVICE_OWNER])
def test_only_the_service_owner_is_without_authority(role):
    authority = an_authority() if role is RoleName.SERVICE_OWNER else None
    with pytest.raises(RoleNeedsAuthority):
        give_role(account=a_person(), role=role, authority=authority, actor=None, now=NOW)
