"""The rules of the house, kept by every module."""

from pathlib import Path, PurePath

import pytest

from house.code_rules import RULES, Rule

SOURCE = Path(__file__).parents[2] / "src" / "kevytasiointi"
MODULES = sorted(SOURCE.rglob("*.py"))
_BY_NAME = {"ids": lambda rule: rule.name}


@pytest.mark.parametrize("rule", RULES, **_BY_NAME)
def test_the_house_keeps_the_rule(rule: Rule):
    broken = []
    for file in MODULES:
        inside = file.relative_to(SOURCE)
        if len(inside.parts) > 1 and rule.where(inside):
            broken += [f"{inside}:{line}: {what}" for line, what in rule.findings(file.read_text(encoding="utf-8"))]
    assert not broken, "\n".join([rule.name, *broken])


@pytest.mark.parametrize("rule", RULES, **_BY_NAME)
def test_the_rule_looks_at_something(rule: Rule):
    assert any(rule.where(file.relative_to(SOURCE)) for file in MODULES if file.parent != SOURCE)


@pytest.mark.parametrize(("rule", "source"), [(rule, bad) for rule in RULES for bad in rule.bad])
def test_the_rule_catches_a_bad_example(rule: Rule, source):
    assert rule.findings(source)


@pytest.mark.parametrize(("rule", "source"), [(rule, good) for rule in RULES for good in rule.good])
def test_the_rule_passes_a_good_example(rule: Rule, source):
    assert rule.findings(source) == []


def test_modules_are_named_after_what_they_hold():
    names = {part for file in MODULES for part in PurePath(file.relative_to(SOURCE)).with_suffix("").parts}
    assert not names & {"utils", "util", "helpers", "helper", "misc", "common", "tools", "lib"}
