"""What holds for the repository as a whole."""

import csv
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.core.management import call_command
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[2]

# Written in pieces, so that this file passes its own test.
FORBIDDEN = re.compile(
    "|".join(
        [
            *("/" + folder + r"/[\w.]" for folder in ("work", "root")),
            "/" + r"home/\w",
            "/" + r"(?:opt|tmp)/[\w.]",
            *(name + r"\." + end for name, end in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))),
            *(name + r"\.debian\." + end for name, end in (("deb", "org"), ("security", "org"))),
        ]
    )
)
IDENTITY_CODE = re.compile(r"(?<![\w-])[0-3]\d[01]\d\d\d[-+A-FU-Y](\d{3})[0-9A-FHJ-NPR-Y](?![\w-])")


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def _texts() -> list[tuple[Path, str]]:
    """Every text file that is tracked. Definitions that must be refused are not even in our encoding."""
    found = []
    for file in _tracked():
        content = file.read_bytes()
        if b"\0" not in content and "definitions/bad" not in file.as_posix():
            found.append((file.relative_to(ROOT), content.decode("utf-8")))
    return found


def test_no_file_names_a_place_of_one_machine_or_a_registry():
    broken = [f"{file}: {match[0]}" for file, text in _texts() for match in FORBIDDEN.finditer(text)]
    assert not broken


@pytest.mark.parametrize("text", ["/" + "home/aino/x", "see " + "pypi" + ".org", "/" + "work/x", "/" + "tmp/scratch"])
def test_a_place_of_one_machine_is_noticed(text):
    assert FORBIDDEN.search(text)


def test_identity_codes_are_made_up():
    """Individual numbers 900 to 999 are never given to a person (Digital and Population Data Services Agency)."""
    real = [str(file) for file, text in _texts() for code in IDENTITY_CODE.findall(text) if int(code) < 900]
    assert not real


def test_a_real_identity_code_would_be_noticed():
    assert IDENTITY_CODE.findall("010190-" + "123A 010190-" + "912K") == ["123", "912"]


def test_nothing_is_left_for_later():
    left = [str(file) for file, text in _texts() if re.search(r"\b(TO" + r"DO|FIX" + r"ME)\b", text)]
    assert not left


@pytest.mark.parametrize("record", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda path: path.stem)
def test_a_decision_tells_context_decision_and_consequences(record):
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+", record.stem)
    headings = re.findall(r"^## (.+)$", record.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == ["Context", "Decision", "Consequences"]


def test_decisions_are_numbered_in_order():
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.django_db
def test_the_migrations_say_what_the_models_say(capsys):
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def _locked(name: str) -> dict[str, Version]:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]+\])?==([^ ;\\]+)", text, re.MULTILINE)
    return {project.lower().replace("_", "-"): Version(version) for project, version in found}


def _wanted(*groups: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [
        *project["project"]["dependencies"],
        *(one for name in groups for one in project["dependency-groups"][name]),
    ]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize(("lock", "groups"), [("run.txt", ["build"]), ("dev.txt", ["build", "dev"])])
def test_the_lock_holds_what_the_project_asks_for(lock, groups):
    locked = _locked(lock)
    for wanted in _wanted(*groups):
        assert locked[wanted.name.lower().replace("_", "-")] in wanted.specifier, wanted


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_each_locked_package_has_its_hashes(lock):
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    assert all("--hash=sha256:" in line for line in text.splitlines() if line and not line.startswith("#"))


def test_what_runs_is_what_is_tested():
    assert _locked("run.txt").items() <= _locked("dev.txt").items()


def test_few_packages_are_asked_for():
    assert len(_wanted()) <= 25


def test_django_finds_nothing_to_say_of_a_production_server(tmp_path):
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("KEVYTASIOINTI", "DJANGO"))
    }
    environment |= {
        "KEVYTASIOINTI_SECRET_KEY": "".join(chr(33 + n) for n in range(80)),
        "KEVYTASIOINTI_SEALING_KEYS": "a:" + "QUFB" * 10 + "QUE=",
        "KEVYTASIOINTI_PUBLIC_URL": "https://kevytasiointi.example",
        "KEVYTASIOINTI_DATA": str(tmp_path),
        "KEVYTASIOINTI_SMTP_URL": "smtp://127.0.0.1:25",
        "KEVYTASIOINTI_MAIL_FROM": "kevytasiointi@example.invalid",
        "PYTHONPATH": str(ROOT / "src"),
    }
    (tmp_path / "static").mkdir()
    command = [sys.executable, "-m", "kevytasiointi", "check", "--deploy", "--fail-level", "WARNING"]
    result = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_reference_data_is_in_utf_8_and_even():
    for file in (ROOT / "src").rglob("*.csv"):
        with file.open(encoding="utf-8", newline="") as rows:
            lengths = {len(row) for row in csv.reader(rows)}
        assert len(lengths) == 1, file
