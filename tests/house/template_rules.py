"""Rules of the house over templates. The strict security policy would break what they catch; this says it earlier."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_COMMENT = re.compile(r"\{#.*?#\}|\{% comment.*?%\}.*?\{% endcomment %\}|<!--.*?-->", re.DOTALL)
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_FORM = re.compile(r"<form\b[^>]*method=[\"']?post[^>]*>(.*?)</form>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class TemplateRule:
    name: str
    check: Callable[[str], Iterator[str]]
    bad: tuple[str, ...]
    good: tuple[str, ...]

    def findings(self, source: str) -> list[str]:
        return list(self.check(_COMMENT.sub("", source)))


def _none_of(pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> Callable[[str], Iterator[str]]:
    compiled = re.compile(pattern, flags)
    return lambda source: (match[0][:80] for match in compiled.finditer(source))


def _scripts_are_files(source: str) -> Iterator[str]:
    for attributes, body in _SCRIPT.findall(source):
        if "src=" not in attributes or body.strip():
            yield f"<script{attributes}>"


def _forms_have_tokens(source: str) -> Iterator[str]:
    for body in _FORM.findall(source):
        if "csrf_token" not in body and "{% include" not in body:
            yield body.strip()[:80]


RULES = (
    TemplateRule(
        "Scripts are files",
        _scripts_are_files,
        bad=("<script>go()</script>", '<script src="a.js">x</script>'),
        good=('<script src="{% static \'a.js\' %}" type="module"></script>', "{{ data|json_script:'data' }}"),
    ),
    TemplateRule(
        "Style is in files",
        _none_of(r"<style\b|\sstyle\s*="),
        bad=("<style>b {}</style>", '<p style="color: red">'),
        good=('<link rel="stylesheet" href="a.css">', "<p class='style'>"),
    ),
    TemplateRule(
        "No handlers in attributes",
        _none_of(r"<[^>]*\son[a-z]+\s*=|javascript:|\s(?:data-)?hx-on"),
        bad=('<a onclick="go()">', '<a href="javascript:go()">', '<p hx-on:click="x">', '<p data-hx-on:click="x">'),
        good=('<a href="/on/">', "<p>on = 1</p>", '<p data-on="x">'),
    ),
    TemplateRule(
        "Nothing is unescaped",
        _none_of(r"\|\s*safe(seq)?\b|autoescape\s+off"),
        bad=("{{ text|safe }}", "{% autoescape off %}", "{{ texts|safeseq }}"),
        good=("{{ text }}", "{{ text|linebreaksbr }}", "{% if is_safe %}"),
    ),
    TemplateRule(
        "Attributes are quoted",
        _none_of(r"<[a-z][^>]*\s[a-z-]+=\{[{%]"),
        bad=("<input value={{ value }}>", "<a class={% x %}>"),
        good=('<input value="{{ value }}">', "{% include 'a.html' with x=y %}"),
    ),
    TemplateRule(
        "Forms that change something carry the token",
        _forms_have_tokens,
        bad=('<form method="post"><button>Go</button></form>',),
        good=('<form method="post">{% csrf_token %}<button>Go</button></form>', "<form><input name=q></form>"),
    ),
)
