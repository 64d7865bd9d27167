"""Lighthouse: nothing to remark on accessibility and good practice, and pages that are there at once."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from looking.demonstration import Demonstration
from support.browser import ARGUMENTS
from support.needs import chromium
from support.walker import Walker

LEAST = {"accessibility": 100, "best-practices": 100, "performance": 95}
# A busy machine only makes a page look slower than it is.
_TRIES = 3


@dataclass(frozen=True)
class Judgement:
    scores: dict[str, int]
    remarks: list[str]

    @property
    def is_good(self) -> bool:
        return all(self.scores[name] >= least for name, least in LEAST.items())


def _judge(judges: Path, address: str, folder: Path, cookies: str = "") -> Judgement:
    headers, report = folder / "headers.json", folder / "report.json"
    headers.write_text(json.dumps({"Cookie": cookies} if cookies else {}))
    command = ["node", str(judges / "lighthouse" / "cli" / "index.js"), address, "--quiet", "--output=json"]
    command += [f"--output-path={report}", f"--only-categories={','.join(LEAST)}", "--no-enable-error-reporting"]
    command += [f"--extra-headers={headers}", f"--chrome-flags={' '.join(['--headless=new', *ARGUMENTS])}"]
    environment = os.environ | {"CHROME_PATH": str(chromium())}
    subprocess.run(command, env=environment, check=True, timeout=180)
    return _read(json.loads(report.read_text()))


def _read(told: dict) -> Judgement:
    assert "runtimeError" not in told, told["runtimeError"]
    assert told["finalDisplayedUrl"].split("#")[0] == told["requestedUrl"], "the page led elsewhere"
    remarks = [
        f"{name}: {audit['title']} ({audit.get('displayValue') or audit['score']})"
        for name in LEAST
        for audit in (told["audits"][ref["id"]] for ref in told["categories"][name]["auditRefs"] if ref["weight"])
        if audit["score"] is not None and audit["score"] < 1
    ]
    return Judgement({name: round(told["categories"][name]["score"] * 100) for name in LEAST}, remarks)


def _assert_good(judges: Path, address: str, folder: Path, cookies: str = "") -> None:
    for _ in range(_TRIES):
        judgement = _judge(judges, address, folder, cookies)
        if judgement.is_good:
            return
    raise AssertionError("\n".join([f"{address}: {judgement.scores}", *judgement.remarks]))


@pytest.mark.parametrize("path", ["fi/", "sv/procedures/meluilmoitus/?municipality=638"])
def test_a_page_that_anybody_sees(demonstration: Demonstration, judges: Path, tmp_path: Path, path: str) -> None:
    _assert_good(judges, f"{demonstration.address}/{path}", tmp_path)


def test_a_page_of_a_form(demonstration: Demonstration, judges: Path, browser: Browser, tmp_path: Path) -> None:
    aino = Walker(browser.new_page(), demonstration.address)
    aino.sign_in("Aino")
    aino.start("meluilmoitus", "638")
    aino.answer(activity_kind="event", notifier_kind="person")
    aino.go_on()
    assert aino.step == "activity"
    cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in aino.page.context.cookies())
    _assert_good(judges, aino.page.url, tmp_path, cookies)
