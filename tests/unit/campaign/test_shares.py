"""Assignment lines added up, in effect and as planned."""

from rolcheck.events.rows import PublicationRow
from tests.factories_standing import assigned, round_row, settings, standing

LISTED = settings(head='assignment = "listed"')


def published(number: int = 2) -> PublicationRow:
    at = assigned("r1").at  # the next moment
    return PublicationRow(f"p{at}", number, "boss", at)


def test_a_line_that_is_no_draft_is_in_effect_as_it_always_was() -> None:
    now = standing(assigned("r1", "1.1.1"), under=LISTED)

    assert now.assigned(2, "east", "r1") == now.planned(2, "east", "r1") == {"1.1.1"}
    assert not now.published_at


def test_a_draft_waits_until_its_round_is_published_or_opens() -> None:
    early, draft = published(), assigned("r1", "1.1.1", draft=True)

    for rows, seen in (
        ([draft], set()),
        ([draft, published(3)], set()),
        ([early, draft], set()),
        ([draft, published()], {"1.1.1"}),
        ([draft, round_row(2)], {"1.1.1"}),
    ):
        now = standing(*rows, under=LISTED)
        assert now.planned(2, "east", "r1") == {"1.1.1"}
        assert now.assigned(2, "east", "r1") == seen
        assert now.shares.drafts == ({} if seen else {2: 1})


def test_lines_apply_in_the_order_of_recording_whenever_they_are_published() -> None:
    rows = [
        assigned("r1", "1.1.1"),
        assigned("r1", "1.1.1", action="unassign", draft=True),
        assigned("r1", "1.1.2"),
    ]

    assert standing(*rows, under=LISTED).assigned(2, "east", "r1") == {"1.1.1", "1.1.2"}
    assert standing(*rows, published(), under=LISTED).assigned(2, "east", "r1") == {"1.1.2"}
