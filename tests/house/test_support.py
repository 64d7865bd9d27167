"""What the tests stand on does what it says, and notices what it should."""

import smtplib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from support.browser import Listener
from support.mail import PostOffice
from support.needs import needs

_LETTER = "Subject: Hei\r\nMessage-ID: <1@example.invalid>\r\n\r\nPäivää\r\n"


def _send(smtp: PostOffice, to: str = "kirjaamo@example.invalid"):
    with smtplib.SMTP("127.0.0.1", smtp.port, timeout=0.5) as client:
        client.sendmail("kevytasiointi@example.invalid", [to], _LETTER.encode())


def test_the_post_office_keeps_what_arrives(smtp: PostOffice):
    _send(smtp)
    (letter,) = smtp.letters
    assert (letter.subject, letter.message_id, letter.recipients) == (
        "Hei",
        "<1@example.invalid>",
        ("kirjaamo@example.invalid",),
    )


def test_the_post_office_refuses_as_told(smtp: PostOffice):
    smtp.refuse("gone@example.invalid")
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        _send(smtp, to="gone@example.invalid")
    smtp.answer_next("451 4.3.0 Later")
    with pytest.raises(smtplib.SMTPDataError):
        _send(smtp)
    assert smtp.letters == []


def test_the_post_office_can_be_silent(smtp: PostOffice):
    smtp.stay_silent()
    with pytest.raises(smtplib.SMTPServerDisconnected, match="timed out"):
        _send(smtp)


def test_the_post_office_can_keep_a_letter_and_hang_up(smtp: PostOffice):
    smtp.hang_up_after_content()
    with pytest.raises(smtplib.SMTPServerDisconnected):
        _send(smtp)
    assert len(smtp.letters) == 1


_GOOD = "<!doctype html><html lang=fi><title>Hei</title><main><h1>Hei</h1></main></html>"
_BAD = {
    "/inline": ("<script>document.title = 1</script>", "script-src-elem blocked inline"),
    "/outside": ('<img alt="" src="http://192.0.2.1/a.png">', "outside address"),
    "/missing": ('<img alt="" src="/404.png">', "404 for"),
}


_SCRIPTED = '<script src="/script.js"></script>'


def _page(path: str) -> str:
    extra = _SCRIPTED if path == "/scripted" else _BAD.get(path, ("",))[0]
    return _GOOD.replace("</main>", extra + "</main>")


class _Site(BaseHTTPRequestHandler):
    def do_GET(self):
        is_script = self.path == "/script.js"
        body = "document.title = 'Muu'" if is_script else _page(self.path)
        self.send_response(404 if self.path in {"/404.png", "/favicon.ico"} else 200)
        self.send_header("Content-Type", f"text/{'javascript' if is_script else 'html'}; charset=utf-8")
        self.send_header("Content-Security-Policy", "default-src 'self'; img-src * data:")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *args):
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@needs("chromium")
@pytest.mark.browser
@pytest.mark.parametrize("path", _BAD)
def test_the_browser_notices_trouble(open_page, listener: Listener, site, path):
    page = open_page()
    page.goto(site + path)
    page.wait_for_timeout(200)
    found, listener.troubles = listener.troubles, []
    assert any(_BAD[path][1] in trouble for trouble in found), found


@needs("chromium")
@pytest.mark.browser
def test_axe_passes_a_good_page_and_catches_a_bad_one(open_page, assert_accessible, site):
    page = open_page()
    page.goto(site + "/good")
    assert_accessible(page)
    page.set_content("<html><title>x</title><img src='data:,'></html>")
    with pytest.raises(AssertionError, match="image-alt"):
        assert_accessible(page)


@needs("chromium")
@pytest.mark.browser
def test_a_page_without_scripts_runs_none_and_says_that_axe_can_not(open_page, assert_accessible, site):
    titles = []
    for java_script in (True, False):
        page = open_page(java_script=java_script)
        page.goto(site + "/scripted")
        titles.append(page.title())
    assert titles == ["Muu", "Hei"]
    with pytest.raises(AssertionError, match="JavaScript is off"):
        assert_accessible(page)
