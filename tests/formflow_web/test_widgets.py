from typing import get_args

from formflow_web import memory
from kevytasiointi.formflow.spec import RepeatQuestion, SimpleQuestion
from kevytasiointi.formflow.web.widgets import WIDGETS


def test_every_type_of_question_has_a_widget() -> None:
    types = {get_args(one.model_fields["type"].annotation)[0] for one in (*get_args(SimpleQuestion), RepeatQuestion)}
    assert set(WIDGETS) == types


def test_the_form_of_these_tests_has_every_type() -> None:
    assert {question.type for question in memory.every_type().questions()} == set(WIDGETS)
