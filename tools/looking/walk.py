"""A walk through every page and every state of the service, told page by page to whoever looks."""

import datetime as dt
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from playwright.sync_api import Page, Route

from attachments import corpus
from kevytasiointi.core import clock
from looking.demonstration import Demonstration
from support.walker import Walker

LONG = "Ympäristönsuojelulainsäädännönmukaisuusselvityspyyntö"
_FORM = "meluilmoitus"
_OWN_SERVICE, _OWN_SERVICE_PLACE = "ymparistolupa", "837"
OTHER_FORMS = (
    "yleisotilaisuus",
    "pelastussuunnitelma",
    "kemikaali-ilmoitus",
    "elintarvikemyynti",
    "ymparistolupa",
    "vapaamuotoinen-ilmoitus",
)
_WORKER_SECONDS = 30

Look = Callable[[Page, str], None]
OpenPage = Callable[[], Page]


@dataclass
class Walk:
    """One walk in one language over a fresh demonstration. `look` is called with each page and its name."""

    demonstration: Demonstration
    language: str
    open_page: OpenPage
    look: Look
    folder: Path

    def all(self) -> None:
        self.whole()
        self.breakdown()

    def whole(self) -> None:
        """Everything but the breakdown at the end. Can be done once over one demonstration."""
        self.for_everybody()
        self.nothing_yet()
        self.form()
        self.desk()
        self.followed()
        self.own_service()
        self.console()

    def for_everybody(self) -> None:
        """What needs no signing in."""
        self.nobody()
        self.errors()

    def _somebody(self) -> Walker:
        return Walker(self.open_page(), self.demonstration.address, self.language)

    def _look(self, walker: Walker, name: str) -> None:
        self.look(walker.page, name)

    def _visit(self, walker: Walker, places: dict[str, str]) -> None:
        for name, path in places.items():
            walker.go(path)
            self._look(walker, name)

    # What anybody sees

    def nobody(self) -> None:
        visitor = self._somebody()
        self._visit(
            visitor,
            {
                "front": "",
                "search-found": "search/?q=melu",
                "search-all": "search/",
                "search-nothing": "search/?q=qwertzuiop",
                "procedure": f"procedures/{_FORM}/",
                "procedure-unknown-place": f"procedures/{_FORM}/?municipality=999",
                "procedure-offered": f"procedures/{_FORM}/?municipality=638",
                "procedure-not-offered": f"procedures/{_FORM}/?municipality=434",
                "procedure-nobody-known": f"procedures/{_FORM}/?municipality=091",
                "procedure-elsewhere": "procedures/anniskelulupa/",
                "procedure-own-service": f"procedures/{_OWN_SERVICE}/?municipality={_OWN_SERVICE_PLACE}",
                "accessibility": "accessibility/",
                "privacy": "privacy/",
                "about": "about/",
                "components": "components/",
                "mailbox-empty": "mailbox/",
                "error-404-real": "no-such-page/",
            },
        )

    def errors(self) -> None:
        """Error pages as they are made, also those that nothing on a walk leads to."""
        page = self.open_page()
        pages = self.demonstration.stage("errors")[self.language]
        for status, body in pages.items():
            address = f"{self.demonstration.address}/{self.language}/error/{status}/"
            page.route(address, _answering(int(status), body))
            page.goto(address)
            self.look(page, f"error-{status}")

    # What there is before anything has happened

    def nothing_yet(self) -> None:
        vaino = self._somebody()
        vaino.go("sign-in/")
        self._look(vaino, "sign-in")
        vaino.page.locator("button", has_text="Väinö").first.click()
        self._look(vaino, "terms")
        vaino.page.locator("input[name=email]").fill("vaino@" + LONG)
        vaino.page.locator("main form button[type=submit]").click()
        self._look(vaino, "terms-errors")
        vaino.page.locator("input[name=accepted]").check()
        vaino.page.locator("input[name=email]").fill("")
        vaino.page.locator("main form button[type=submit]").click()
        self._visit(vaino, {"inbox-empty": "desk/"})
        self._signed_in_nowhere()

    def _signed_in_nowhere(self) -> None:
        bo = self._somebody()
        bo.sign_in("Bo")
        self._visit(bo, {"applications-empty": "applications/", "error-403-real": "desk/"})
        bo.go(f"procedures/{_FORM}/start/")
        self._look(bo, "error-405-real")
        bo.go(f"procedures/{_FORM}/?municipality=638")
        self._look(bo, "procedure-signed-in")
        bo.page.context.clear_cookies(name="csrf")
        bo.page.locator("form[action$='/start/'] button").click()
        self._look(bo, "error-form-expired")

    # The forms

    def form(self) -> None:
        aino = self._somebody()
        aino.sign_in("Aino", email="aino@asiakas.example")
        self._fill_in(aino, _FORM, ("empty", "errors", "filled"))
        self._look(aino, "check")
        aino.page.locator("form[action$='/send/'] button").click()
        aino.page.wait_for_url("**/receipt/")
        self._look(aino, "receipt")
        for procedure in OTHER_FORMS:
            self._visit(aino, {f"procedure-{procedure}": f"procedures/{procedure}/?municipality=638"})
            self._fill_in(aino, procedure, ("errors", "filled"))
            self._look(aino, f"check-{procedure}")
        self._long_words(aino)

    def _fill_in(self, walker: Walker, procedure: str, states: Sequence[str]) -> None:
        """Every page of the form, up to the check page; `states` are those that are looked at."""
        day = clock.today() + dt.timedelta(days=40)
        module = import_module(f"e2e.answers_{procedure.replace('-', '_')}")
        answers = module.answers(f"{day.day}.{day.month}.{day.year}")
        file = self.folder / "liite.pdf"
        file.write_bytes(corpus.pdf())
        walker.start(procedure, "638")
        walker.page.wait_for_url("**/fill/**")
        name = "form" if procedure == _FORM else f"form-{procedure}"
        for page, of_page in answers.items():
            walker.page.wait_for_url(f"**/fill/{page}/**")
            self._arrive(walker, page, f"{name}-{page}", states)
            _open_rows(walker, of_page)
            walker.answer(**{question: file if answer == "MAP" else answer for question, answer in of_page.items()})
            self._look(walker, f"{name}-{page}-filled")
            walker.go_on()

    def _arrive(self, walker: Walker, page: str, name: str, states: Sequence[str]) -> None:
        """The page as it opens, and as it is when one goes on without answering."""
        here = walker.page.url
        if "empty" in states:
            self._look(walker, f"{name}-empty")
        walker.go_on()
        if walker.step == page:
            self._look(walker, f"{name}-errors")
        walker.page.goto(here)

    def _long_words(self, aino: Walker) -> None:
        """A draft with the longest words, left half done."""
        aino.start(_FORM, "638")
        aino.answer(activity_kind="event", notifier_kind="person")
        aino.go_on()
        aino.answer(event_name=LONG * 2, event_noise=["outdoor_music"], description=f"{LONG} " * 30 + LONG * 4)
        aino.answer(noisy_times__happening=LONG * 2)
        aino.press("add-row:noisy_times")
        self._look(aino, "form-activity-long-words")
        draft = aino.page.url.split("/applications/")[1].split("/")[0]
        self._visit(aino, {"check-missing": f"applications/{draft}/check/", "applications-draft": "applications/"})

    # Those who handle

    def desk(self) -> None:
        self.withdrawn = self.demonstration.stage("many")[-1]
        onni = self._somebody()
        onni.sign_in("Onni")
        self._visit(onni, {"inbox-full": "desk/?view=open", "inbox-closed-empty": "desk/?view=closed"})
        onni.go("desk/")
        onni.page.locator("tbody a").first.click()
        self.case = onni.page.url.split("/cases/")[1].split("/")[0]
        self._look(onni, "case-submitted")
        onni.page.locator("form[action$='/take/'] button").click()
        onni.page.locator("#case-number").fill("POR/123/11.01.00.07/2026")
        onni.page.locator("form[action$='/case-number/'] button").click()
        onni.page.locator("#message-text").fill("Hei! Kuinka kauas lavan kaiuttimet on suunnattu?\n\nTerveisin Onni")
        onni.page.locator("form[action$='/messages/'] button").click()
        self._look(onni, "case-in-handling")
        self._decide(onni)

    def _decide(self, onni: Walker) -> None:
        onni.page.locator("#target").select_option("handled:decision_given")
        onni.page.locator("#note").fill("Päätös on postitettu. " + LONG)
        onni.page.locator("form[action$='/status/'] button").click()
        self._look(onni, "case-handled")
        onni.page.locator("#target").select_option(index=1)
        onni.page.locator("form[action$='/status/'] button").click()
        self._look(onni, "case-refused")
        self._visit(onni, {"inbox-closed": "desk/?view=closed"})

    # What the customer then sees

    def followed(self) -> None:
        aino = self._somebody()
        aino.sign_in("Aino")
        self._visit(
            aino,
            {
                "applications-many": "applications/",
                "application-handled": f"applications/{self.case}/",
                "withdraw": f"applications/{self.withdrawn}/withdraw/",
            },
        )
        aino.page.locator("main form button").click()
        self._look(aino, "application-withdrawn")
        aino.go(f"applications/{self.case}/")
        aino.page.locator("form[action$='/messages/'] button").click()
        self._look(aino, "application-message-error")
        self._letters(aino)

    def _letters(self, walker: Walker) -> None:
        end = time.monotonic() + _WORKER_SECONDS
        walker.go("mailbox/")
        while walker.page.locator("main li").count() < 3 and time.monotonic() < end:  # noqa: PLR2004 - alert, receipt, status
            time.sleep(1)
            walker.go("mailbox/")
        self._look(walker, "mailbox")

    # Where the authority has a service of its own

    def own_service(self) -> None:
        bo = self._somebody()
        bo.sign_in("Bo")
        bo.start(_OWN_SERVICE, _OWN_SERVICE_PLACE)
        self._look(bo, "own-service-begun")
        row = bo.page.url.split("/applications/")[1].split("/")[0]
        self._visit(
            bo,
            {
                "own-service-withdraw": f"applications/{row}/withdraw/",
                "own-service-draft": "applications/",
                "own-service-back": f"applications/{row}/",
            },
        )
        bo.page.locator("form[action$='/sent-elsewhere/'] button").click()
        self._look(bo, "own-service-sent")
        vaino = self._somebody()
        vaino.sign_in("Väinö")
        self._visit(vaino, {"own-service-inbox": "desk/", "own-service-case": f"desk/cases/{row}/"})
        vaino.page.locator("form[action$='/take/'] button").click()
        vaino.page.locator("#case-number").fill("TRE:1234/11.01.00/2026")
        vaino.page.locator("form[action$='/case-number/'] button").click()
        self._look(vaino, "own-service-case-in-handling")
        self._visit(bo, {"own-service-followed": f"applications/{row}/", "own-service-list": "applications/"})

    # Those who keep it running

    def console(self) -> None:
        kerttu = self._somebody()
        kerttu.sign_in("Kerttu")
        self._visit(kerttu, {"jobs-empty": "console/jobs/"})
        self.demonstration.stage("given_up")
        self._visit(kerttu, {"jobs-given-up": "console/jobs/"})

    def breakdown(self) -> None:
        """The last thing: after it the demonstration is of no use."""
        visitor = self._somebody()
        self.demonstration.stage("broken")
        self._visit(visitor, {"error-500-real": ""})


def _open_rows(walker: Walker, questions: Iterable[str]) -> None:
    """A group that may be left out has lost its empty first row when one goes on without answering."""
    for group in dict.fromkeys(question.split("__")[0] for question in questions if "__" in question):
        opened = walker.page.locator(f"button[value='add-row:{group}']")
        if opened.count() and not walker.page.locator(f"input[name=q-{group}]").count():
            walker.press(f"add-row:{group}")


def _answering(status: int, body: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(status=status, body=body, content_type="text/html; charset=utf-8")
