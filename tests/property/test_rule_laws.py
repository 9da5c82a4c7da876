"""Laws of the rules, over random tables and observations."""

from collections.abc import Mapping
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rolcheck.base.errors import ObservationError
from rolcheck.base.numbers import decimal_text, parse_points
from rolcheck.criteria.rules.counting import Count
from rolcheck.criteria.rules.deduct import DeductRule, Defect
from rolcheck.criteria.rules.points import PointsRule
from rolcheck.criteria.rules.ratio import Band, Line, RatioRule
from rolcheck.criteria.rules.sampled import SampledRule, Step
from rolcheck.criteria.rules.terms import Terms

thousandths = st.integers(0, 100_000).map(lambda n: Fraction(n, 1000))
shares = st.integers(0, 1000).map(lambda n: Fraction(n, 1000))
above_zero = st.integers(1, 100_000).map(lambda n: Fraction(n, 1000))
counts = st.integers(1, 500).flatmap(lambda of: st.integers(0, of).map(lambda n: Count(n, of)))
defects = st.lists(st.tuples(thousandths, st.none() | st.integers(1, 5)), min_size=1, max_size=5)


def deduct(costs: list[tuple[Fraction, int | None]], floor: Fraction) -> DeductRule:
    return DeductRule(
        defects=tuple(
            Defect(code=f"K{index}", label="x", points=cost, max_count=most)
            for index, (cost, most) in enumerate(costs)
        ),
        floor=floor,
    )


@given(thousandths)
def test_points_written_out_are_read_back_exactly(points: Fraction) -> None:
    assert parse_points(decimal_text(points)) == points


@given(st.text())
def test_any_text_is_read_as_a_number_or_refused(text: str) -> None:
    try:
        assert parse_points(text) >= 0
    except ObservationError as refused:
        assert str(refused)


@given(thousandths, above_zero, above_zero, st.integers(0, 200_000))
def test_a_ladder_takes_its_rungs_and_its_top_and_nothing_else(
    least: Fraction, step: Fraction, height: Fraction, tried: int
) -> None:
    rule, most, value = PointsRule(step=step, minimum=least), least + height, Fraction(tried, 1000)
    rungs = {least + n * step for n in range(int(height / step) + 1)} | {most}
    try:
        taken = rule.parse(decimal_text(value), Terms(most)) == value
    except ObservationError:
        taken = False

    assert taken == (value in rungs)


@given(defects, thousandths, thousandths, st.data())
def test_more_defects_never_give_more_points(
    costs: list[tuple[Fraction, int | None]], floor: Fraction, full: Fraction, data: st.DataObject
) -> None:
    rule = deduct(costs, min(floor, full))
    codes = [defect.code for defect in rule.defects]
    seen: Mapping[str, int] = data.draw(st.dictionaries(st.sampled_from(codes), st.integers(0, 9)))
    more = {code: seen.get(code, 0) + data.draw(st.integers(0, 3)) for code in codes}

    assert rule.floor <= rule.points(more, full) <= rule.points(seen, full) <= full


@given(defects, st.data())
def test_counts_of_defects_survive_being_written(
    costs: list[tuple[Fraction, int | None]], data: st.DataObject
) -> None:
    rule = deduct(costs, Fraction(0))
    codes = [defect.code for defect in rule.defects]
    seen = data.draw(st.dictionaries(st.sampled_from(codes), st.integers(1, 99)))

    assert rule.parse(rule.write(seen), Terms(Fraction(1))) == seen


@given(st.dictionaries(shares, thousandths, min_size=1), counts, counts)
def test_a_greater_share_reaches_every_band_of_a_smaller_one(
    table: dict[Fraction, Fraction], one: Count, other: Count
) -> None:
    bands = tuple(Band(at_least=end, points=gives) for end, gives in table.items())
    rule = RatioRule(bands=bands)
    low, high = sorted((one, other), key=lambda seen: seen.share)
    full = max(table.values())

    assert (rule.points(low, full) or 0) <= (rule.points(high, full) or 0) <= full


@given(thousandths, thousandths, counts, above_zero)
def test_a_line_stays_between_nothing_and_all(
    start: Fraction, end: Fraction, seen: Count, full: Fraction
) -> None:
    if start == end:
        return
    rule = RatioRule(metric="a.b", linear=Line(start=start, end=end))
    points = rule.points(seen, full)

    assert points is not None
    assert 0 <= points <= full
    inside = min(start, end) <= seen.share <= max(start, end)
    assert not inside or points * (end - start) == (seen.share - start) * full


@given(counts, above_zero)
def test_what_passed_and_what_failed_add_up_to_the_full_points(seen: Count, full: Fraction) -> None:
    rule = SampledRule(size=500, steps=(Step(code="S1", label="x"),))
    failed = Count(seen.of - seen.number, seen.of)

    assert (rule.points(seen, full) or 0) + (rule.points(failed, full) or 0) == full
