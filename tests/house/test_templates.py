"""The rules of the house, kept by every template; and each template is used."""

import re
from pathlib import Path

import pytest

from house.template_rules import RULES, TemplateRule

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
PAGES = sorted(path for path in TEMPLATES.rglob("*") if path.suffix in {".html", ".txt"})
_BY_NAME = {"ids": lambda rule: rule.name}


@pytest.mark.parametrize("rule", RULES, **_BY_NAME)
def test_the_templates_keep_the_rule(rule: TemplateRule):
    broken = [
        f"{page.relative_to(TEMPLATES)}: {finding}"
        for page in PAGES
        for finding in rule.findings(page.read_text(encoding="utf-8"))
    ]
    assert not broken, "\n".join([rule.name, *broken])


@pytest.mark.parametrize(("rule", "source"), [(rule, bad) for rule in RULES for bad in rule.bad])
def test_the_rule_catches_a_bad_example(rule: TemplateRule, source):
    assert rule.findings(source)


@pytest.mark.parametrize(("rule", "source"), [(rule, good) for rule in RULES for good in rule.good])
def test_the_rule_passes_a_good_example(rule: TemplateRule, source):
    assert rule.findings(source) == []


def test_every_template_is_used():
    files = [*PAGES, *(ROOT / "src").rglob("*.py")]
    quoted = {name for file in files for name in re.findall(r"[\"']([\w./{}]+)[\"']", file.read_text(encoding="utf-8"))}
    # Some are named without folder, language and kind: notifications/<notice>.<language>.txt, formflow/widgets/<widget>.html.
    by_stem = {"notifications", "widgets", "facts"}
    unused = [
        name
        for page in PAGES
        if (name := str(page.relative_to(TEMPLATES))) not in quoted
        and not (page.parts[-2] in by_stem and quoted & {page.name, page.name.partition(".")[0]})
    ]
    assert not unused
