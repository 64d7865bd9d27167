"""Who acts, and for whom."""

from dataclasses import dataclass

from kevytasiointi.identity.models import Account, Customer


@dataclass(frozen=True, slots=True)
class Principal:
    """`account` is the person at the keyboard; `customer` is who applies."""

    account: Account
    customer: Customer


def own_principal(account: Account) -> Principal:
    """The person acting as themselves. Everybody who has arrived is a customer."""
    return Principal(account=account, customer=Customer.objects.get(account=account))
