"""Names of inputs and ids of elements. The same answer has the same name on every page and in every language."""

from kevytasiointi.formflow.spec import Question, RepeatQuestion


def input_name(key: str, part: str = "") -> str:
    """`q-x`, `q-x-part`; in a row of a repeating group `q-group-row-x`. Also the id of the input."""
    name = "q-" + key.replace(".", "-")
    return f"{name}-{part}" if part else name


def rows_name(group: RepeatQuestion) -> str:
    """The hidden inputs that say which rows there are, in order."""
    return input_name(group.id)


def field_id(key: str) -> str:
    """The element around label, help, error and inputs: where a link to the question leads."""
    return "field-" + key.replace(".", "-")


def slot_id(key: str) -> str:
    """The element in which a question appears when an answer before it calls for it."""
    return "slot-" + key.replace(".", "-")


def belongs_to(key: str, question: Question) -> bool:
    """Whether the key is the question's own or of a row in it."""
    return key == question.id or key.startswith(f"{question.id}.")
