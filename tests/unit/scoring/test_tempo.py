"""How long items take, and runs of hurried ones."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rolcheck.scoring.tempo import BREAK_SECONDS, HURRIED_SECONDS, RUN, Made, Timed, tempo, timed


def made(*seconds: int, typed: bool = True) -> list[Made]:
    return [Made(second, ("a", str(number)), typed) for number, second in enumerate(seconds)]


def test_an_item_lasts_from_the_entry_before_to_its_own() -> None:
    found = tempo(made(0, 60, 180, 210))

    assert timed(made(0, 60))[0] == Timed(("a", "1"), 60)
    assert (found.items, found.seconds, found.median) == (3, 210, Fraction(60))
    assert found.an_hour == Fraction(3600 * 3, 210)


def test_what_follows_a_break_is_not_timed_and_a_pause_of_just_that_length_is() -> None:
    assert [one.seconds for one in timed(made(0, BREAK_SECONDS, 2 * BREAK_SECONDS + 1))] == [
        BREAK_SECONDS
    ]


def test_what_was_not_typed_is_not_timed_but_the_clock_runs_on_from_it() -> None:
    entries = [Made(0, ("a", "1")), Made(100, ("a", "2"), typed=False), Made(130, ("a", "3"))]

    assert timed(entries) == (Timed(("a", "3"), 30),)


def test_one_entry_alone_tells_nothing() -> None:
    found = tempo(made(7))

    assert (found.items, found.median, found.an_hour, found.runs) == (0, None, None, ())


def test_a_run_has_as_many_hurried_items_as_are_told_of() -> None:
    short = HURRIED_SECONDS - 1
    run = [number * short for number in range(RUN + 1)]
    found = tempo(made(*run, run[-1] + HURRIED_SECONDS))

    assert [len(one) for one in found.runs] == [RUN]
    assert found.hurried == RUN
    assert tempo(made(*run[:-1])).runs == ()


@given(st.lists(st.integers(0, 4000), min_size=1, max_size=30))
def test_no_item_is_counted_twice_and_none_lasts_beyond_a_break(pauses: list[int]) -> None:
    at, seconds = 0, []
    for pause in pauses:
        at += pause
        seconds.append(at)
    found = timed(made(*seconds))

    assert len({one.item for one in found}) == len(found) < len(pauses) + 1
    assert sum(one.seconds for one in found) <= seconds[-1] - seconds[0]
    assert all(0 <= one.seconds <= BREAK_SECONDS for one in found)
