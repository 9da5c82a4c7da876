"""Laws of panels, rounding, totals and ranks that hold whatever the numbers are."""

from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from rolcheck.scoring.panel import METHODS, Aggregation, Method, combine, mean, median, trimmed_mean
from rolcheck.scoring.panel import spread as spread_of
from rolcheck.scoring.ranking import KINDS, Entry, ranked
from rolcheck.scoring.rounding import MODES, Mode, Rounding, rounded
from rolcheck.scoring.total import totalled

points = st.fractions(0, 5, max_denominator=1000)
panels = st.lists(points, min_size=1, max_size=9)
values = st.fractions(-20, 20, max_denominator=3000)
places = st.integers(0, 9)
modes = st.sampled_from(MODES)
positive = st.fractions(Fraction(1, 1000), 6, max_denominator=1000)


# Panels


@given(panels)
def test_a_trimmed_mean_stays_between_the_least_and_the_greatest(scores: list[Fraction]) -> None:
    assert min(scores) <= trimmed_mean(scores, trim=1, minimum=3) <= max(scores)


@given(
    st.lists(st.tuples(st.sampled_from(["a", "b"]), points), max_size=9),
    st.sampled_from(METHODS),
    st.none() | st.fixed_dictionaries({"a": positive, "b": positive}),
    st.randoms(use_true_random=False),
)
def test_the_order_of_reviewers_never_matters(
    scores: list[tuple[str | None, Fraction]],
    method: Method,
    groups: dict[str, Fraction] | None,
    shuffler: Random,
) -> None:
    aggregation = Aggregation(method, trim=1, minimum=3, groups=groups)
    mixed = shuffler.sample(scores, k=len(scores))

    assert combine(mixed, aggregation) == combine(scores, aggregation)


@given(points, st.integers(1, 9), st.sampled_from(METHODS))
def test_a_panel_of_one_mind_has_that_score(score: Fraction, count: int, method: Method) -> None:
    assert combine([(None, score)] * count, Aggregation(method)) == score


@given(panels, st.integers(1, 3))
def test_what_lies_outside_the_rest_does_not_move_a_trimmed_mean(
    scores: list[Fraction], trim: int
) -> None:
    outside = [*[Fraction(-1)] * trim, *[Fraction(9)] * trim]

    trimmed = trimmed_mean([*scores, *outside], trim=trim, minimum=2 * trim + 1)

    assert trimmed == mean(scores)


@given(st.lists(points, min_size=3, max_size=4))
def test_trimmed_to_the_middle_the_mean_is_the_median(scores: list[Fraction]) -> None:
    assert trimmed_mean(scores, trim=1, minimum=3) == median(scores)


@given(panels)
def test_as_many_lie_above_the_median_as_below(scores: list[Fraction]) -> None:
    middle = median(scores)

    assert 2 * sum(score <= middle for score in scores) >= len(scores)
    assert 2 * sum(score >= middle for score in scores) >= len(scores)
    assert len(scores) % 2 == 0 or middle in scores


@given(panels, points)
def test_means_and_medians_move_with_their_scores(scores: list[Fraction], shift: Fraction) -> None:
    moved = [score + shift for score in scores]

    assert mean(moved) == mean(scores) + shift
    assert median(moved) == median(scores) + shift


@given(st.lists(st.tuples(st.just("a"), points), min_size=1), positive, positive)
def test_a_group_that_scored_alone_counts_in_full(
    scores: list[tuple[str | None, Fraction]], mine: Fraction, theirs: Fraction
) -> None:
    grouped = combine(scores, Aggregation(groups={"a": mine, "b": theirs}))

    assert grouped == combine(scores, Aggregation())


@given(st.lists(points, min_size=2, max_size=9), st.fractions(5, 9))
def test_the_spread_is_a_share_between_nought_and_one(
    scores: list[Fraction], full: Fraction
) -> None:
    spread = spread_of(scores, full)

    assert spread is not None
    assert 0 <= spread <= 1
    assert (spread == 0) == (len(set(scores)) == 1)


# Rounding


@given(values, places, modes)
def test_rounding_twice_is_rounding_once(value: Fraction, digits: int, mode: Mode) -> None:
    once = rounded(value, digits, mode)

    assert rounded(once, digits, mode) == once
    assert (once * 10**digits).denominator == 1


@given(values, places)
def test_rounding_errs_by_no_more_than_half_a_unit(value: Fraction, digits: int) -> None:
    unit = Fraction(1, 10**digits)

    assert 2 * abs(rounded(value, digits, "half-up") - value) <= unit
    assert 2 * abs(rounded(value, digits, "half-even") - value) <= unit
    assert 0 <= abs(value) - abs(rounded(value, digits, "down")) < unit


@given(values, places, modes)
def test_rounding_treats_both_sides_of_nought_alike(
    value: Fraction, digits: int, mode: Mode
) -> None:
    assert rounded(-value, digits, mode) == -rounded(value, digits, mode)


@given(values, values, places, modes)
def test_rounding_keeps_the_order(one: Fraction, other: Fraction, digits: int, mode: Mode) -> None:
    low, high = sorted([one, other])

    assert rounded(low, digits, mode) <= rounded(high, digits, mode)


@given(st.integers(-4000, 4000), st.integers(0, 3))
def test_the_half_modes_differ_at_ties_only(eighths: int, digits: int) -> None:
    value = Fraction(eighths, 8)
    up, even = rounded(value, digits, "half-up"), rounded(value, digits, "half-even")

    if up != even:
        assert value * 10**digits % 1 == Fraction(1, 2)
        assert abs(up) > abs(even)
        assert even * 10**digits % 2 == 0


# Totals and ranks


@given(st.none() | values, st.lists(points, max_size=5), st.none() | points, places, modes)
def test_a_printed_total_is_the_sum_of_its_printed_parts(
    base: Fraction | None,
    bonuses: list[Fraction],
    cap: Fraction | None,
    digits: int,
    mode: Mode,
) -> None:
    rounding = Rounding({"total": digits}, mode)
    total = totalled(base, bonuses, [], cap=cap, rounding=rounding)

    assert cap is None or total.bonus <= rounding.at("total", cap)
    if total.total is not None and total.base is not None:
        assert total.total == total.base + total.bonus
        assert (total.total * 10**digits).denominator == 1


entries = st.lists(
    st.builds(
        Entry,
        id=st.text("abcdef", min_size=1, max_size=3),
        kind=st.sampled_from(KINDS),
        total=st.none() | st.integers(0, 3).map(Fraction),
        complete=st.sampled_from([True, True, False]),
        disqualified=st.sampled_from([False, False, True]),
        tie_break=st.tuples(st.none() | st.integers(0, 2).map(Fraction)),
    ),
    max_size=9,
    unique_by=lambda entry: entry.id,
)


@given(entries, st.randoms(use_true_random=False))
def test_the_order_of_arrival_never_matters(board: list[Entry], shuffler: Random) -> None:
    assert ranked(shuffler.sample(board, k=len(board))) == ranked(board)


@given(entries)
def test_everybody_has_a_place_and_ranks_are_those_of_a_competition(board: list[Entry]) -> None:
    shown = ranked(board)
    of = {entry.id: entry for entry in board}

    assert sorted(place.id for place in shown) == sorted(of)
    for kind in KINDS:
        ranks = [place.rank for place in shown if place.rank and of[place.id].kind == kind]
        assert ranks == sorted(ranks)
        assert all(ranks.index(rank) + 1 == rank for rank in ranks)


@given(entries)
def test_districts_stand_before_projects_and_the_disqualified_last_of_each(
    board: list[Entry],
) -> None:
    of = {entry.id: entry for entry in board}
    shown = [of[place.id] for place in ranked(board)]

    groups = [(KINDS.index(entry.kind), entry.disqualified) for entry in shown]
    assert groups == sorted(groups)


@given(entries)
def test_who_cannot_win_changes_nobodys_rank(board: list[Entry]) -> None:
    runners = [entry for entry in board if entry.complete and not entry.disqualified]
    places_of = {place.id: place.rank for place in ranked(board)}

    assert all(place.rank == places_of[place.id] for place in ranked(runners))


@given(entries)
def test_without_competition_nobody_has_a_rank(board: list[Entry]) -> None:
    assert all(place.rank is None for place in ranked(board, competing=False))
