"""Killed at each write, and nothing is lost, doubled or left hanging.

The process is killed at its 1st, 2nd, 3rd … write, sync or send, until it survives one whole sending.
"""

from itertools import count

import pytest

from faults.killing import NoAnswer, Stage, Web, is_alive, killed_at, nursing, serving, wait_for
from support.mail import PostOffice
from support.needs import needs, only_on

pytestmark = [pytest.mark.crash, needs("strace"), only_on("sqlite"), pytest.mark.timeout(900)]

_MOST = 150
_PAST, _STILL_OPEN = "2000-01-01 00:00:00", ("ready", "running")

_WHAT_IS_STORED = """
SELECT a.status,
       (SELECT count(*) FROM applications_submission s WHERE s.application_id = a.id),
       (SELECT count(*) FROM applications_historyentry h WHERE h.application_id = a.id AND h.kind = 'sent'),
       (SELECT count(*) FROM ledger_auditentry e WHERE e.object_id = a.public_id AND e.action = 'application.sent'),
       a.reference
  FROM applications_application a WHERE a.public_id = ?
"""


def test_a_server_killed_at_any_write_keeps_one_application(tmp_path):
    stage = Stage.set_up(tmp_path, drafts=_MOST)
    kills = 0
    with serving(stage) as web:
        for number, draft in zip(count(1), stage.drafts, strict=False):
            jobs_before = _jobs(stage)
            was_killed, reference = _send_and_kill(web, draft, number)
            kills += was_killed
            _send_again(web, draft, reference)
            assert _jobs(stage) - jobs_before == 3, f"jobs lost or doubled, at {number}"
            if not was_killed:
                break
        else:
            pytest.fail(f"still killed at call {_MOST}")
    assert kills >= 5, "the sweep killed next to nothing: does the injection work?"
    references = [row[0] for row in stage.ask("SELECT reference FROM applications_application WHERE reference <> ''")]
    assert len(set(references)) == len(references) == number


def _send_and_kill(web: Web, draft: str, number: int) -> tuple[bool, str]:
    """Whether the server died of it, and the reference that is stored. What was acknowledged is stored."""
    process, answer = web.worker, (0, "")
    web.get(_check(draft))
    with killed_at(process, number):
        try:
            answer = web.post(_send(draft), form_on=_check(draft))
        except NoAnswer:
            wait_for("the process to be gone", lambda: not is_alive(process))
    status, submissions, *_, reference = web.stage.ask(_WHAT_IS_STORED, draft)[0]
    if answer[0] == 302:
        assert (status, submissions) == ("submitted", 1), f"acknowledged and not stored, at {number}"
    return not is_alive(process), reference or ""


def _send_again(web: Web, draft: str, reference: str) -> None:
    """What a person does who has seen no receipt. It leads to the one receipt, with the reference there was."""
    wait_for("the server to be back", web.is_up)
    assert web.post(_send(draft), form_on=_check(draft)) == (302, _receipt(draft))
    status, submissions, history, audit, reference_now = web.stage.ask(_WHAT_IS_STORED, draft)[0]
    assert (status, submissions, history, audit) == ("submitted", 1, 1, 1)
    assert reference_now.startswith("KA-")
    assert reference in {"", reference_now}
    assert reference_now in web.get(_receipt(draft))[1]


def _check(draft: str) -> str:
    return f"/sv/applications/{draft}/check/"


def _send(draft: str) -> str:
    return f"/sv/applications/{draft}/send/"


def _receipt(draft: str) -> str:
    return f"/sv/applications/{draft}/receipt/"


def _jobs(stage: Stage) -> int:
    return stage.ask("SELECT count(*) FROM ledger_job")[0][0]


def test_a_worker_killed_at_any_write_loses_no_mail(tmp_path, smtp: PostOffice):
    stage = Stage.set_up(tmp_path, sent=_MOST, KEVYTASIOINTI_SMTP_URL=smtp.url)
    kills = sent_twice = 0
    with nursing(stage) as nursery:
        for number, sent in zip(count(1), stage.sent, strict=False):
            smtp.letters.clear()
            _make_due(stage, sent["jobs"])
            was_killed = nursery.work_killed_at(number) == -9
            kills += was_killed
            _make_due(stage, sent["jobs"])  # leases run out, pauses pass
            assert nursery.work() == 0

            assert _states(stage, sent["jobs"]) == ["done"] * 3, number
            assert _receipts(stage, sent["application"]) == 1, number
            ids: dict[tuple[str, ...], set[str]] = {}
            for letter in smtp.letters:
                ids.setdefault(letter.recipients, set()).add(letter.message_id)
            assert sorted(ids) == [("aino@customer.example",), ("ymparisto@porvoo.example",)], number
            assert all(len(ids_of_one) == 1 for ids_of_one in ids.values()), f"a second Message-ID, at {number}"
            sent_twice += len(smtp.letters) - 2
            if not was_killed:
                break
        else:
            pytest.fail(f"still killed at call {_MOST}")
    assert kills >= 10, "the sweep killed next to nothing: does the injection work?"
    assert sent_twice <= 3 * kills


def _make_due(stage: Stage, jobs: list[int]) -> None:
    for job in jobs:
        stage.write(
            "UPDATE ledger_job SET run_after = ?, leased_until = iif(leased_until IS NULL, NULL, ?) "
            "WHERE id = ? AND state IN (?, ?)",
            _PAST,
            _PAST,
            job,
            *_STILL_OPEN,
        )


def _states(stage: Stage, jobs: list[int]) -> list[str]:
    return [stage.ask("SELECT state FROM ledger_job WHERE id = ?", job)[0][0] for job in jobs]


def _receipts(stage: Stage, application: str) -> int:
    return stage.ask(
        "SELECT count(*) FROM exports_receipt r JOIN applications_submission s ON s.id = r.submission_id "
        "JOIN applications_application a ON a.id = s.application_id WHERE a.public_id = ?",
        application,
    )[0][0]
