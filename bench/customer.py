"""A customer's browser without scripts: from the POST that starts the draft to the receipt page."""

import html
import http.client
import re
import time
import urllib.parse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from service import HOST

SLUG = "mittaus"
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
_BOUNDARY = "bench-7b1c0d2e4f"
_SECONDS = 120
_LANGUAGE = "fi"

Fields = Sequence[tuple[str, str]]

NOTIFIER = (
    ("q-notifier_kind", "association"),
    ("q-notifier_name", "Aino Mittaaja"),
    ("q-notifier_address-street", "Mannerheiminkatu 12 A 3"),
    ("q-notifier_address-postcode", "06100"),
    ("q-notifier_address-city", "Porvoo"),
    ("q-notifier_address-country", "FI"),
    ("q-notifier_phone", "+358 40 123 4567"),
    ("q-notifier_email", "aino@customer.example"),
    ("q-on_call-given_name", "Päivystäjä"),
    ("q-on_call-family_name", "Esimerkki"),
    ("q-on_call-phone", "040 765 4321"),
)
ACTIVITY = (
    ("q-event_name", "Torikonsertti"),
    ("q-setting", "outdoors"),
    ("q-attendance", "1500"),
    ("q-admission", "ticket"),
    ("q-activity_period-first", "1.7.2027"),
    ("q-activity_period-first_time", "18.00"),
    ("q-activity_period-last", "3.7.2027"),
    ("q-activity_period-last_time", "22.00"),
    ("q-is_loud", "true"),
)
NOISE = (("q-noise", "Konsertti soi kaiuttimista kolmena iltana. Äänet tarkistetaan päivällä. " * 8),)
PLACE = (
    ("q-place_name", "Rantapuisto"),
    ("q-place_address-street", "Rantakatu 1"),
    ("q-place_address-postcode", "06100"),
    ("q-place_address-city", "Porvoo"),
    ("q-property", "638-1-12-3"),
    ("q-owner", "municipality"),
    ("q-costs", "12 500,00"),
    ("q-true_information", "true"),
)


class WentWrong(Exception):  # noqa: N818 - it says what happened
    """The service answered otherwise than it should have: the measurement is worth nothing."""


@dataclass(frozen=True)
class Answer:
    status: int
    body: str
    location: str


@dataclass
class Customer:
    """One signed-in person with one connection. Milliseconds of each counted request are in `times`."""

    port: int
    session: str
    times: list[float] = field(default_factory=list)
    _cookies: dict[str, str] = field(default_factory=dict)
    _token: str = ""

    def __post_init__(self) -> None:
        self._cookies["__Host-session"] = self.session
        self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_SECONDS)

    def arrive(self) -> None:
        """Open the procedure page, as everybody does before starting. Not counted."""
        page = self.get(f"/{_LANGUAGE}/procedures/{SLUG}/?municipality=638")
        self._token = dict(hidden_fields(page.body))["csrfmiddlewaretoken"]
        self.times.clear()

    def connect_anew(self) -> None:
        """A connection that hasn't been idle so long that the server has closed it; nothing is counted yet."""
        self._connection.close()
        self.times.clear()

    def complete_an_application(self, document: bytes) -> str:
        """The reference on the receipt page."""
        step = self._follow(self.start())
        step = self._sent_on(step, NOTIFIER)
        step = self._sent_on(step, ACTIVITY, asks_more=NOISE)
        check = self._sent_on(step, PLACE, document)
        send = re.search(r'action="([^"]+/send/)"', check.body)
        if send is None:
            raise WentWrong(f"the check page has nothing to send: {_words(check)}")
        receipt = self._follow(self.post(send[1], [("csrfmiddlewaretoken", self._token)]))
        reference = re.search(r"KA-\w{4}-\w{4}-\w{3}", receipt.body)
        if reference is None:
            raise WentWrong(f"no reference on the receipt page: {_words(receipt)}")
        return reference[0]

    def start(self, *, token: str | None = None) -> Answer:
        fields = [("csrfmiddlewaretoken", self._token if token is None else token), ("municipality", "638")]
        return self.post(f"/{_LANGUAGE}/procedures/{SLUG}/start/", fields)

    def get(self, path: str) -> Answer:
        return self._request("GET", path, None, {})

    def post(self, path: str, fields: Fields) -> Answer:
        body = urllib.parse.urlencode(fields).encode()
        return self._request("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def post_file(self, path: str, fields: Fields, document: bytes) -> Answer:
        media_type = f"multipart/form-data; boundary={_BOUNDARY}"
        return self._request("POST", path, _multipart(fields, "q-plan", document), {"Content-Type": media_type})

    def page_of_a_draft(self, page: str) -> "Step":
        """A page of a draft in which nothing has been answered."""
        first = self._follow(self.start())
        path = f"{first.path.rstrip('/').rpartition('/')[0]}/{page}/"
        return Step(**{**vars(self.get(path)), "path": path})

    def attach(self, step: "Step", document: bytes) -> Answer:
        """Press the button beside the file."""
        return self.post_file(step.path, [*hidden_fields(step.body), ("do", "upload:plan")], document)

    def _sent_on(
        self, step: "Step", fields: Fields, document: bytes | None = None, *, asks_more: Fields = ()
    ) -> "Step":
        """Fill the page and go on; what is asked in addition because of an answer is answered too."""
        filled = [*hidden_fields(step.body), *fields, ("do", "continue")]
        answer = self.post(step.path, filled) if document is None else self.post_file(step.path, filled, document)
        if asks_more and answer.status == 200:  # noqa: PLR2004
            return self._sent_on(Step(**vars(answer), path=step.path), [*fields, *asks_more])
        return self._follow(answer)

    def _follow(self, answer: Answer) -> "Step":
        path = ""
        while answer.status in {301, 302}:
            path = answer.location
            answer = self.get(path)
        if answer.status != 200 or not path:  # noqa: PLR2004
            raise WentWrong(f"status {answer.status} after {path or 'a POST'}: {_words(answer)}")
        return Step(**vars(answer), path=path)

    def _request(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        sent = {
            "Host": HOST,
            "X-Forwarded-Proto": "https",
            "Origin": f"https://{HOST}",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items()),
            **headers,
        }
        began = time.perf_counter()
        self._connection.request(method, path, body, sent)
        response = self._connection.getresponse()
        content = response.read()
        self.times.append((time.perf_counter() - began) * 1000)
        for cookie in response.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        return Answer(response.status, content.decode(errors="replace"), response.headers.get("Location", ""))


@dataclass(frozen=True)
class Step(Answer):
    path: str


def hidden_fields(page: str) -> list[tuple[str, str]]:
    """Names and values, each pair once: the page has several forms with the same token."""
    return list(dict.fromkeys((name, html.unescape(value)) for name, value in _HIDDEN.findall(page)))


def _words(answer: Answer) -> str:
    text = re.sub(r"<[^>]+>", " ", answer.body.partition("<main")[2])
    return " ".join(text.split())[:600]


def _multipart(fields: Fields, file_field: str, document: bytes) -> bytes:
    parts = [f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields]
    file_head = (
        f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{file_field}"; filename="suunnitelma.pdf"\r\n'
        "Content-Type: application/pdf\r\n\r\n"
    )
    return "".join([*parts, file_head]).encode() + document + f"\r\n--{_BOUNDARY}--\r\n".encode()
