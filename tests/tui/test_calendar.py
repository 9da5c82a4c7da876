"""The calendar of the rounds: which days it holds, and where they fall."""

from datetime import UTC, date, datetime

from rolcheck.desk.seen import RoundSeen
from rolcheck.tui.text import Line
from rolcheck.tui.widgets.rounds.calendar import (
    LEAST,
    Calendar,
    bar_line,
    calendar_of,
    scale_line,
    today_line,
)

MAY, JUNE = date(2026, 5, 1), date(2026, 5, 20)


def round_of(
    state: str = "planned",
    opens: date | None = MAY,
    due: date | None = JUNE,
    opened: date | None = None,
    closed: date | None = None,
) -> RoundSeen:
    return RoundSeen(
        1, "形式审查", "completeness", state, opens, due, None, False, None, False,
        opened_at=_noon(opened), closed_at=_noon(closed),
    )  # fmt: skip


def _noon(day: date | None) -> datetime | None:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC) if day else None


def text(line: Line) -> str:
    return "".join(part.text for part in line)


def grounds(line: Line) -> str:
    """Return the ground of every cell by its first letter; a dot for none."""
    return "".join((part.ground[:1] or ".") * len(part.text) for part in line)


def test_rounds_without_a_day_and_narrow_places_have_no_calendar() -> None:
    assert calendar_of([round_of(opens=None, due=None)], MAY, 80) is None
    assert calendar_of([round_of()], MAY, LEAST - 1) is None


def test_today_is_on_it_while_it_is_near_the_rounds() -> None:
    near = calendar_of([round_of()], date(2026, 5, 23), 40)
    far = calendar_of([round_of()], date(2026, 6, 30), 40)

    assert near is not None
    assert (near.first, near.last, near.today) == (MAY, date(2026, 5, 23), date(2026, 5, 23))
    assert far is not None
    assert (far.last, far.today) == (JUNE, None)
    assert today_line(far) == ()


def test_an_open_round_that_is_long_overdue_reaches_up_to_today() -> None:
    late = date(2026, 8, 30)
    on = calendar_of([round_of("open", opened=MAY)], late, 40)

    assert on is not None
    assert on.last == late
    assert grounds(bar_line(round_of("open", opened=MAY), on)) == "a" * 40


def test_a_bar_shows_what_was_planned_and_what_was_taken() -> None:
    on = Calendar(MAY, JUNE, 40, None)  # two cells a day
    taken = round_of("closed", opened=date(2026, 5, 3), closed=date(2026, 5, 5))

    assert grounds(bar_line(taken, on)) == "ssss" + "bbbbbb" + "s" * 30


def test_today_is_a_stroke_with_its_name_below() -> None:
    on = Calendar(MAY, JUNE, 40, date(2026, 5, 11))

    line, name = text(bar_line(round_of(), on)), text(today_line(on))

    assert line.index("|") == name.index("today") == 20
    assert len(line) == len(name) == 40


def test_names_of_days_begin_where_the_day_begins_and_never_touch() -> None:
    on = Calendar(MAY, JUNE, 40, None)

    line = text(scale_line(on))

    assert line.split() == ["5-01", "5-06", "5-11", "5-16"]
    assert line.index("5-06") == on.cell(date(2026, 5, 6))
    assert len(line) == 40


def test_one_day_alone_is_wide_enough_to_be_seen() -> None:
    one = round_of(opens=MAY, due=MAY)
    on = calendar_of([one, round_of(due=date(2027, 5, 1))], date(2030, 1, 1), LEAST)

    assert on is not None
    assert grounds(bar_line(one, on)) == "s" + "." * (LEAST - 1)
