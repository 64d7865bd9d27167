"""The JSON Schema lets editors complete and check a definition while it is written."""

import json

from kevytasiointi.formflow.schema import json_schema
from kevytasiointi.formflow.spec import Form, Vocabulary
from kevytasiointi.formflow.values.kinds import KINDS


def test_names_every_type_of_question():
    kinds = {
        part["properties"]["type"]["const"]
        for part in json_schema(Form)["$defs"].values()
        if "type" in part["properties"]
    }
    assert kinds == KINDS.keys() | {"repeat", "information"}


def test_refuses_unknown_keys_and_asks_for_both_languages():
    page = json_schema(Form)["$defs"]["Page"]
    assert page["additionalProperties"] is False
    assert page["properties"]["title"]["required"] == ["fi", "sv"]


def test_lets_a_shared_question_be_short():
    questions = json_schema(Form)["$defs"]["Page"]["properties"]["questions"]["items"]
    assert {"required": ["id", "shared"]}.items() <= questions["anyOf"][1].items()


def test_is_json():
    assert json.loads(json.dumps(json_schema(Vocabulary)))["$schema"].startswith("https://json-schema.org/")
