"""What is told to people of authorities: a link and the name of the authority, nothing of anybody's matters."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from kevytasiointi.authorities.models import Invitation
from kevytasiointi.authorities.tokens import token_of
from kevytasiointi.notifications.notices import Notice


def of_invitation(invitation: Invitation) -> Notice:
    with override(invitation.language):
        link = settings.PUBLIC_URL + reverse("console:invitation", args=[token_of(invitation.public_id)])
    return Notice(
        template="invitation",
        language=invitation.language,
        recipient=invitation.email,
        link=link,
        procedure=invitation.authority.name.in_language(invitation.language),
    )
