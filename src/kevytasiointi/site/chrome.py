"""What surrounds the content of every page: menu, languages, who is signed in, facts."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse, translate_url
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kevytasiointi.authorities.models import RoleName
from kevytasiointi.authorities.queries import SEEING, roles_held
from kevytasiointi.core import clock
from kevytasiointi.identity.models import Account
from kevytasiointi.site.navigation import Audience, NavigationItem

SERVICE_NAME = "Kevytasiointi"
LANGUAGE_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
_AUDIENCES = {
    Audience.OFFICIAL: frozenset(SEEING),
    Audience.ADMINISTRATOR: frozenset({RoleName.ADMINISTRATOR, RoleName.SERVICE_OWNER}),
}
_FACTS = ("accessibility", "privacy", "about")


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    address: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class LanguageLink:
    code: str
    name: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Chrome:
    service_name: str
    is_demo: bool
    home: str
    navigation: Sequence[Link]
    languages: Sequence[LanguageLink]
    person: Account | None
    sign_in: str
    """Address of signing in that comes back to this page; empty on pages that can't offer it."""
    facts: Sequence[Link]


def site(request: HttpRequest) -> dict[str, Chrome]:
    """Context processor: `site` in every template that is rendered with its request."""
    person = signed_in(request)
    return {
        "site": Chrome(
            service_name=SERVICE_NAME,
            is_demo=settings.ENVIRONMENT.mode.is_pretend,
            home=home(),
            navigation=_navigation(request, person),
            languages=_languages(request),
            person=person,
            sign_in=_sign_in(request),
            facts=_facts(),
        )
    }


def bare(request: HttpRequest) -> Chrome:
    """The surroundings of an error page: nothing that asks the database, which may be what failed."""
    return Chrome(
        service_name=SERVICE_NAME,
        is_demo=settings.ENVIRONMENT.mode.is_pretend,
        home=home(),
        navigation=(),
        languages=_languages(request),
        person=None,
        sign_in="",
        facts=_facts(),
    )


def home(language: str | None = None) -> str:
    return f"{get_script_prefix()}{language or get_language() or 'fi'}/"


def signed_in(request: HttpRequest) -> Account | None:
    """The person of the request; None also on a page that was made before people were known."""
    user = getattr(request, "user", None)
    return user if isinstance(user, Account) else None


def _navigation(request: HttpRequest, person: Account | None) -> list[Link]:
    audiences = {Audience.EVERYONE}
    if person is not None:
        audiences.add(Audience.SIGNED_IN)
        held = roles_held(person, clock.today())
        audiences |= {audience for audience, roles in _AUDIENCES.items() if held & roles}
    items: Sequence[NavigationItem] = settings.NAVIGATION
    return [_navigation_link(item, request.path) for item in items if item.audience in audiences]


def _navigation_link(item: NavigationItem, path: str) -> Link:
    address = reverse(item.url_name)
    is_here = path == address or (address != home() and path.startswith(address))
    return Link(str(item.label), address, is_here)


def _languages(request: HttpRequest) -> list[LanguageLink]:
    current = get_language()
    return [
        LanguageLink(code, LANGUAGE_NAMES.get(code, code), _in_language(request, code), code == current)
        for code, _name in settings.LANGUAGES
    ]


def _in_language(request: HttpRequest, code: str) -> str:
    """This page in another language; the front page where this one has no translation, as an error has not."""
    if request.resolver_match is None:
        return home(code)
    return translate_url(request.get_full_path(), code)


def _sign_in(request: HttpRequest) -> str:
    address = reverse("site:sign_in")
    if request.path == address or request.method != "GET":
        return address
    return f"{address}?{urlencode({'next': request.get_full_path()})}"


def _facts() -> list[Link]:
    labels = {
        "accessibility": _("Accessibility statement"),
        "privacy": _("Data protection"),
        "about": _("About the service and its source code"),
    }
    facts = [Link(labels[name], reverse(f"site:{name}")) for name in _FACTS]
    return facts + (_demo_facts() if settings.ENVIRONMENT.mode.is_pretend else [])


def _demo_facts() -> list[Link]:
    return [Link(_("Mailbox"), reverse("site:mailbox")), Link(_("Components"), reverse("site:gallery"))]
