"""Ranks, ties and the order on paper."""

from collections.abc import Sequence
from fractions import Fraction

from rolcheck.scoring.ranking import Entry, ranked


def places(entries: Sequence[Entry], *, competing: bool = True) -> list[tuple[str, int | None]]:
    return [(place.id, place.rank) for place in ranked(entries, competing=competing)]


def test_ties_share_a_rank_and_leave_the_next_one_out() -> None:
    board = [
        Entry(id, "district", Fraction(n)) for id, n in zip("abcd", [8, 9, 9, 10], strict=True)
    ]

    assert places(board) == [("d", 1), ("b", 2), ("c", 2), ("a", 4)]


def test_districts_and_projects_are_ranked_apart_districts_first() -> None:
    board = [
        Entry("p1", "project", Fraction(99)),
        Entry("d1", "district", Fraction(10)),
        Entry("p2", "project", Fraction(98)),
        Entry("d2", "district", Fraction(20)),
    ]

    assert places(board) == [("d2", 1), ("d1", 2), ("p1", 1), ("p2", 2)]


def test_areas_decide_between_equal_totals_in_their_order() -> None:
    areas = {"a": (3, 9), "b": (4, 1), "c": (4, 2), "d": (4, 2)}
    board = [
        Entry(id, "district", Fraction(90), tie_break=tuple(map(Fraction, scores)))
        for id, scores in areas.items()
    ]

    assert places(board) == [("c", 1), ("d", 1), ("b", 3), ("a", 4)]


def test_a_total_outweighs_any_area() -> None:
    board = [
        Entry("a", "district", Fraction(90), tie_break=(Fraction(9),)),
        Entry("b", "district", Fraction(91), tie_break=(Fraction(0),)),
    ]

    assert places(board) == [("b", 1), ("a", 2)]


def test_an_area_without_a_score_counts_as_nought() -> None:
    board = [
        Entry("a", "district", Fraction(90), tie_break=(None,)),
        Entry("b", "district", Fraction(90), tie_break=(Fraction(0),)),
        Entry("c", "district", Fraction(90), tie_break=(Fraction(1),)),
    ]

    assert places(board) == [("c", 1), ("a", 2), ("b", 2)]


def test_who_is_incomplete_or_disqualified_has_no_rank_and_takes_none_away() -> None:
    board = [
        Entry("z", "district", Fraction(99), disqualified=True),
        Entry("d", "district", Fraction(97), complete=False),
        Entry("c", "district", None, complete=False),
        Entry("y", "district", Fraction(98), complete=False, disqualified=True),
        Entry("b", "district", Fraction(80)),
        Entry("a", "district", Fraction(70)),
    ]

    assert places(board) == [
        ("b", 1),
        ("a", 2),
        ("c", None),
        ("d", None),
        ("y", None),
        ("z", None),
    ]


def test_who_is_complete_without_a_total_stands_after_those_with_a_rank() -> None:
    board = [Entry("a", "district", None), Entry("b", "district", Fraction(1))]

    assert places(board) == [("b", 1), ("a", None)]


def test_without_competition_there_are_no_ranks_and_ids_give_the_order() -> None:
    board = [
        Entry("b", "district", Fraction(1)),
        Entry("c", "district", Fraction(9)),
        Entry("a", "district", Fraction(5), complete=False),
    ]

    assert places(board, competing=False) == [("b", None), ("c", None), ("a", None)]


def test_nobody_is_ranked_where_nobody_takes_part() -> None:
    assert places([]) == []
