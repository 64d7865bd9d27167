"""The form language needs no web framework: a whole journey where Django can't be imported."""

import subprocess
import sys
from pathlib import Path

from tiny_forms import FOLDER

JOURNEY = """
import datetime as dt, sys
from pathlib import Path

class NoDjango:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "django":
            raise ImportError("Django is asked for")

sys.meta_path.insert(0, NoDjango())

from kevytasiointi.formflow import fmt, lint, loading, schema
from kevytasiointi.formflow.paths import paths_of
from kevytasiointi.formflow.answers import Answers
from kevytasiointi.formflow.engine import check, shown_answers, walk
from kevytasiointi.formflow.problems import named_message
from kevytasiointi.formflow.sheet import sheet
from kevytasiointi.formflow.spec import Form
from kevytasiointi.formflow.values import parse

text = Path(sys.argv[1]).read_text()
today = dt.date(2026, 11, 24)
form = loading.read(text, file="form.yaml", model=Form)
assert fmt.formatted(text) == text
assert schema.json_schema(Form) and lint.lint(form, today=today)
assert paths_of(form, today=today).missed == ()
typed = {"night": {"": ["yes"]}, "plan": {"": ["Mittaamme melua."]}, "sure": {"": ["yes"]}}
values = {}
while (step := walk(form, Answers(values), today=today).current) is not None:
    for problem in step.problems:
        print(named_message(problem, form.question(problem.question), "fi"))
    for shown in step.questions:
        values[shown.question.id] = parse(shown.question, typed[shown.question.id]).value
assert check(form, Answers(values), today=today) == ()
assert shown_answers(form, Answers(values), today=today) == values
print(" / ".join(line.value for line in sheet(form, Answers(values), language="fi", today=today).lines()))
assert not any(name.split(".")[0] == "django" for name in sys.modules)
"""


def test_a_journey_is_walked_where_django_isnt():
    source = Path(__file__).parents[2] / "src"
    done = subprocess.run(
        [sys.executable, "-c", JOURNEY, FOLDER / "page_shown_by_answer.yaml"],
        capture_output=True, text=True, check=False, cwd=source,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "Jatkuuko yöllä? Valitse kyllä tai ei.",
        "Suunnitelma: Vastaa tähän kohtaan.",
        "Vakuutus: Vahvista tämä kohta rastilla.",
        "Kyllä / Mittaamme melua. / Vahvistettu",
    ]
