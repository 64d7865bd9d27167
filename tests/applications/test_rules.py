from kevytasiointi.applications.rules import MOVES, Channel, Mover, Status, find_move, moves_from


def test_every_status_but_those_that_end_it_can_be_left():
    ends = {Status.TRANSFERRED, Status.WITHDRAWN, Status.EXPIRED, Status.SUPPLEMENT_REQUESTED}
    assert {status for status in Status if not any(m.source is status for m in MOVES)} == ends


def test_nobody_goes_back_to_a_draft():
    assert not [move for move in MOVES if move.target is Status.DRAFT]


def test_a_customer_never_handles_and_an_official_never_sends():
    assert find_move(Status.SUBMITTED, Status.HANDLED, Mover.CUSTOMER) is None
    assert find_move(Status.DRAFT, Status.SUBMITTED, Mover.OFFICIAL) is None


def test_handled_always_needs_an_outcome():
    assert all(move.needs_outcome for move in MOVES if move.target is Status.HANDLED)


def test_taking_back_an_outcome_needs_a_reason():
    (back,) = moves_from(Status.HANDLED, Mover.OFFICIAL)
    assert back.target is Status.IN_HANDLING
    assert back.needs_note


def test_no_move_is_listed_twice():
    keys = [(move.source, move.target, move.by) for move in MOVES]
    assert len(keys) == len(set(keys))


def test_what_is_done_elsewhere_is_moved_by_the_authority_alone():
    its_own = {move.target for move in moves_from(Status.DRAFT, Mover.OFFICIAL, Channel.EXTERNAL)}
    assert its_own == {Status.SUBMITTED, Status.IN_HANDLING, Status.HANDLED}
    for status in Status:
        customers = {move.target for move in moves_from(status, Mover.CUSTOMER, Channel.EXTERNAL)}
        assert customers == ({Status.WITHDRAWN} if status is Status.DRAFT else set())
