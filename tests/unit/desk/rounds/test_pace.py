"""Speed and expected end, recomputed by hand; the burn-down and its even line."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rolcheck.base.workdays import Calendar
from rolcheck.desk.rounds.burn_chart import BEHIND, EVEN, LEFT, NONE, chart
from rolcheck.desk.rounds.burndown import Span, burn_days
from rolcheck.desk.rounds.pace import FARTHEST, expected_end, items_a_day
from rolcheck.desk.rounds.seen import BurnDay, BurnDown

MONDAY = date(2026, 6, 1)
WEEKS = Calendar()


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def test_speed_is_over_the_working_days_since_the_first_of_five_active_days() -> None:
    """2 on Monday, 4 on Thursday; asked on Friday morning: 6 in Mon, Tue, Wed, Thu."""
    done = [day(0)] * 2 + [day(3)] * 4

    assert items_a_day(done, day(4), WEEKS) == Fraction(6, 4)
    assert items_a_day([*done, day(4)], day(4), WEEKS) == Fraction(7, 5)


def test_a_pause_makes_slower_and_a_worked_weekend_counts() -> None:
    assert items_a_day([day(0)] * 6, day(7), WEEKS) == Fraction(6, 5)  # Mon to Fri
    assert items_a_day([day(0), day(5)], day(7), WEEKS) == Fraction(2, 6)  # and Saturday


def test_only_the_last_five_active_days_tell() -> None:
    done = [day(0)] * 100 + [day(number) for number in (1, 2, 3, 4, 7)]

    assert items_a_day(done, day(7), WEEKS) == Fraction(5, 5)
    assert items_a_day([], day(7), WEEKS) is None


def test_the_end_is_a_working_day_and_the_last_one_begun_counts_whole() -> None:
    """7 left at 3 a day are three days: from Friday on, Friday, Monday, Tuesday."""
    assert expected_end(7, Fraction(3), day(4), WEEKS, begun=False) == day(8)
    assert expected_end(7, Fraction(3), day(4), WEEKS, begun=True) == day(9)
    assert expected_end(1, Fraction(9), day(5), WEEKS, begun=False) == day(7)


def test_there_is_no_end_to_be_expected_of_nothing() -> None:
    assert expected_end(0, Fraction(3), day(4), WEEKS, begun=False) is None
    assert expected_end(7, None, day(4), WEEKS, begun=False) is None
    assert expected_end(FARTHEST + 1, Fraction(1), day(4), WEEKS, begun=False) is None


@given(st.integers(1, 200), st.fractions(Fraction(1, 4), 50), st.integers(0, 6))
def test_at_the_expected_end_and_not_the_working_day_before_it_is_done(
    left: int, speed: Fraction, start: int
) -> None:
    end = expected_end(left, speed, day(start), WEEKS, begun=True)

    assert end is not None
    days = WEEKS.between(day(start), end)
    assert days * speed >= left > (days - 1) * speed


def burnt(owed: int, done: list[date], due: date | None, today: date) -> list[BurnDay]:
    return list(burn_days(owed, done, Span(MONDAY, due, today), WEEKS))


def test_the_even_line_falls_on_working_days_only_and_is_nought_on_the_due_day() -> None:
    """Ten items from Monday to the Monday after: six working days."""
    found = burnt(12, [day(0), day(0), day(2)], day(7), day(2))

    assert [one.even for one in found] == [10, 8, 6, 4, 2, 2, 2, 0]
    assert [one.left for one in found] == [10, 10, 9, None, None, None, None, None]


def test_a_round_beyond_its_due_day_and_one_without_are_drawn_to_today() -> None:
    late = burnt(4, [day(1)], day(1), day(3))
    open_end = burnt(4, [day(1)], None, day(3))

    assert [one.even for one in late] == [2, 0, 0, 0]
    assert [one.left for one in open_end] == [4, 3, 3, 3]
    assert {one.even for one in open_end} == {None}


def test_between_two_days_off_the_line_falls_by_the_calendar() -> None:
    found = list(burn_days(2, [], Span(day(5), day(6), day(5)), WEEKS))

    assert [one.even for one in found] == [1, 0]


@given(st.lists(st.integers(0, 20), max_size=40), st.integers(0, 25), st.integers(0, 25))
def test_what_is_left_never_grows_and_ends_with_what_is_not_done(
    done: list[int], due: int, today: int
) -> None:
    days = [day(min(number, today)) for number in done]
    found = burnt(len(done) + 3, days, day(due), day(today))
    left = [one.left for one in found if one.left is not None]

    assert left == sorted(left, reverse=True)
    assert left[-1] == 3
    assert [one.day for one in found] == [day(number) for number in range(max(due, today) + 1)]


def drawn(owed: int, days: list[BurnDay], cells: int = 40) -> tuple[tuple[str, ...], ...]:
    today = max(one.day for one in days if one.left is not None)
    return chart(
        BurnDown(2, "", owed, 0, today, days[-1].day, None, None, tuple(days)), cells, 4
    ).rows


def test_a_column_shows_what_is_left_what_is_too_many_and_the_line() -> None:
    rows = drawn(
        8,
        [
            BurnDay(day(0), 8, Fraction(4)),
            BurnDay(day(1), 2, Fraction(6)),
            BurnDay(day(2), None, Fraction(2)),
        ],
    )

    assert rows == (
        (BEHIND, NONE, NONE),
        (BEHIND, EVEN, NONE),
        (LEFT, NONE, NONE),
        (LEFT, LEFT, EVEN),
    )


def test_more_days_than_cells_are_drawn_in_fewer_columns_that_end_with_the_last() -> None:
    days = [BurnDay(day(number), 30 - number, Fraction(0)) for number in range(30)]
    burn = BurnDown(2, "", 30, 1, day(29), None, None, None, tuple(days))
    found = chart(burn, 12, 4)

    assert len(found.rows[0]) <= 12
    assert found.marks[-1][1] == day(29)
