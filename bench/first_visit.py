"""What a first visit to the front page moves: every request of a cold cache, fonts aside."""

import gzip
import http.client
import re
import urllib.parse
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import brotli
from service import HOST

_MOST_REQUESTS = 60
_IN_PAGE = re.compile(
    r'<script[^>]*\bsrc="([^"]+)"|<link[^>]*\brel="(?:stylesheet|icon|modulepreload|manifest)"[^>]*\bhref="([^"]+)"'
    r'|<link[^>]*\bhref="([^"]+)"[^>]*\brel="(?:stylesheet|icon|modulepreload|manifest)"'
    r'|<(?:img|source)[^>]*\bsrc="([^"]+)"|<use[^>]*\bhref="([^"#]+)'
)
_IN_STYLE = re.compile(r'url\(\s*["\']?([^"\')]+)|@import\s+["\']([^"\']+)')
_IN_MODULE = re.compile(r'\b(?:import|from)\s*\(?\s*["\']([^"\']+)["\']')
_FONTS = (".woff2", ".woff", ".ttf", ".otf")


@dataclass(frozen=True)
class Load:
    """One answer as it came over the wire: bytes of its head and of its body, as compressed as it was."""

    path: str
    size: int
    encoding: str
    media_type: str
    body: str
    location: str


def first_visit(port: int) -> list[Load]:
    """Everything that the address typed without a path leads to."""
    loads: dict[str, Load] = {}
    waiting = ["/"]
    while waiting and len(loads) < _MOST_REQUESTS:
        path = waiting.pop(0)
        if path in loads:
            continue
        loads[path] = load = _load(port, path)
        waiting.extend([load.location] if load.location else _needed(load))
    return list(loads.values())


def _needed(load: Load) -> Iterator[str]:
    patterns = {"text/html": _IN_PAGE, "text/css": _IN_STYLE, "text/javascript": _IN_MODULE}
    pattern = patterns.get(load.media_type.partition(";")[0])
    if pattern is None:
        return
    for groups in pattern.findall(load.body):
        found = next(filter(None, [groups] if isinstance(groups, str) else groups), "")
        address = urllib.parse.urlsplit(urllib.parse.urljoin(load.path, found))
        if found and not found.startswith("data:") and not address.path.endswith(_FONTS):
            yield address.path


def _load(port: int, path: str) -> Load:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    headers = {
        "Host": HOST,
        "X-Forwarded-Proto": "https",
        "Accept-Encoding": "gzip, deflate, br",
        "Accept-Language": "fi",
    }
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    content = response.read()
    head = sum(len(name) + len(value) + 4 for name, value in response.getheaders())
    encoding = response.headers.get("Content-Encoding", "")
    return Load(
        path=path,
        size=head + len(content),
        encoding=encoding,
        media_type=response.headers.get("Content-Type", ""),
        body=_opened(content, encoding).decode(errors="replace"),
        location=response.headers.get("Location", ""),
    )


def _opened(content: bytes, encoding: str) -> bytes:
    openers = {"gzip": gzip.decompress, "br": brotli.decompress, "deflate": zlib.decompress}
    return bytes(openers[encoding](content)) if encoding else content
