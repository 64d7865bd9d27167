"""People and those they act for."""

from django.db.models import QuerySet

from kevytasiointi.identity.models import Account, Customer


def customers_of(account: Account) -> QuerySet[Customer]:
    """Whose applications the person may see and handle: their own."""
    return Customer.objects.filter(account=account)
