import pytest

from kevytasiointi.ledger.mode import WrongDatabase, check, mark

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("mode", ["production", "demo", "test"])
def test_a_database_is_for_the_mode_it_was_set_up_in(mode):
    mark(mode=mode)
    mark(mode=mode)
    check(mode=mode)


@pytest.mark.parametrize(("marked", "mode"), [("demo", "production"), ("production", "demo"), ("test", "production")])
def test_a_database_of_another_mode_is_refused_and_stays_what_it_is(marked, mode):
    mark(mode=marked)

    with pytest.raises(WrongDatabase, match=marked):
        check(mode=mode)
    with pytest.raises(WrongDatabase, match=marked):
        mark(mode=mode)
    check(mode=marked)


def test_a_database_that_was_never_set_up_is_refused():
    with pytest.raises(WrongDatabase, match="set up"):
        check(mode="production")
