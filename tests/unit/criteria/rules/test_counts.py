"""The kinds that take a count: ratio, periodic, sampled."""

from fractions import Fraction
from typing import Literal

import pytest

from rolcheck.base.errors import ObservationError
from rolcheck.criteria.rules.counting import WhenEmpty
from rolcheck.criteria.rules.periodic import PeriodicRule
from rolcheck.criteria.rules.ratio import Band, Line, RatioRule
from rolcheck.criteria.rules.sampled import SampledRule, Step
from rolcheck.criteria.rules.terms import Terms

FULL = Fraction(3)
TERMS = Terms(FULL)
STEPS = (Step(code="S1", label="x"), Step(code="S2", label="y"))


def higher(*bands: tuple[str, int], when_empty: WhenEmpty = "manual") -> RatioRule:
    return RatioRule(
        bands=tuple(Band(at_least=Fraction(end), points=Fraction(gives)) for end, gives in bands),
        when_empty=when_empty,
    )


@pytest.mark.parametrize(
    ("seen", "points"),
    [("10/10", 3), ("9/10", 2), ("899/1000", 1), ("8/10", 1), ("79/100", 0), ("0/3", 0)],
)
def test_the_best_band_that_is_reached_counts_in_whatever_order(seen: str, points: int) -> None:
    rule = higher(("0.8", 1), ("1", 3), ("0.9", 2))

    assert rule.points(rule.parse(seen, TERMS), FULL) == points


def test_a_lower_band_that_gives_more_wins() -> None:
    rule = higher(("0.9", 1), ("0.5", 2))

    assert rule.points(rule.parse("10/10", TERMS), FULL) == 2


@pytest.mark.parametrize(("seen", "points"), [("0/9", 3), ("1/20", 3), ("1/10", 1), ("11/100", 0)])
def test_less_is_better_where_the_direction_is_lower(seen: str, points: int) -> None:
    rule = RatioRule(
        direction="lower",
        bands=(
            Band(at_most=Fraction("0.05"), points=FULL),
            Band(at_most=Fraction("0.1"), points=Fraction(1)),
        ),
    )

    assert rule.points(rule.parse(seen, TERMS), FULL) == points


@pytest.mark.parametrize(
    ("start", "end", "seen", "points"),
    [
        ("0.6", "1", "8/10", "3/2"),
        ("0.6", "1", "1/2", "0"),
        ("0.6", "0.9", "1/1", "3"),
        ("0.6", "1", "2/3", "1/2"),
        ("0.5", "0.1", "1/10", "3"),
        ("0.5", "0.1", "4/10", "3/4"),
        ("0.5", "0.1", "9/10", "0"),
    ],
)
def test_between_the_ends_of_a_line_points_are_exact_and_beyond_them_clamped(
    start: str, end: str, seen: str, points: str
) -> None:
    rule = RatioRule(linear=Line(start=Fraction(start), end=Fraction(end)))

    assert rule.points(rule.parse(seen, TERMS), FULL) == Fraction(points)


def test_a_mean_is_a_number_and_not_a_count() -> None:
    rule = RatioRule(metric="survey.average", bands=(Band(at_least=Fraction(90), points=FULL),))
    terms = Terms(FULL, mean=True)

    assert rule.points(rule.parse("９１．４0", terms), FULL) == 3
    assert rule.write(rule.parse("91.40", terms)) == "91.4"
    with pytest.raises(ObservationError):
        rule.parse("9/10", terms)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3/2", "3 of 2 is more than there are"),
        ("0/0", "0/0 has to be judged here: say full or zero instead"),
        ("1", "'1' is not a count"),
        ("1.5/2", "'1.5/2' is not a count"),
        ("1/2/3", "'1/2/3' is not a count"),
        ("1⁄2", "'1⁄2' is not a count"),
        ("confirm", "there is no recorded count to confirm"),
    ],
)
def test_what_is_no_count_is_named(text: str, said: str) -> None:
    with pytest.raises(ObservationError) as refused:
        higher(("1", 3)).parse(text, TERMS)

    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("when_empty", "points"), [("full", 3), ("zero", 0), ("not-applicable", None)]
)
def test_nothing_to_count_gives_what_the_rule_says(
    when_empty: WhenEmpty, points: int | None
) -> None:
    ratio = higher(("1", 3), when_empty=when_empty)
    periodic = PeriodicRule(every="month", per_missing=Fraction(1), when_empty=when_empty)
    sampled = SampledRule(size=2, steps=STEPS, when_empty=when_empty)

    assert ratio.points(ratio.parse("0/0", TERMS), FULL) == points
    assert periodic.points(periodic.parse("0/0", TERMS), FULL) == points
    assert sampled.points(sampled.parse("0/0", TERMS), FULL) == points


@pytest.mark.parametrize(
    ("seen", "points"), [("12/12", "3"), ("11/12", "2.6"), ("4/12", "0"), ("0/12", "0")]
)
def test_each_missing_period_costs_its_points_down_to_0(seen: str, points: str) -> None:
    rule = PeriodicRule(every="month", per_missing=Fraction("0.4"))

    assert rule.points(rule.parse(seen, Terms(FULL, whole=12)), FULL) == Fraction(points)


@pytest.mark.parametrize("text", ["11/11", "0/0", "4/4"])
def test_periods_are_counted_out_of_those_of_the_campaign(text: str) -> None:
    rule = PeriodicRule(every="month", per_missing=Fraction(1), when_empty="full")

    with pytest.raises(ObservationError, match="holds 12 of these, not"):
        rule.parse(text, Terms(FULL, whole=12))


@pytest.mark.parametrize("unit", ["step", "item"])
def test_a_sample_gives_the_share_that_passed(unit: Literal["step", "item"]) -> None:
    rule = SampledRule(size=10, steps=STEPS, unit=unit)

    assert rule.points(rule.parse("19/20", TERMS), FULL) == Fraction(57, 20)
    with pytest.raises(ObservationError, match="21 is more than the sample holds: 20 at most"):
        rule.parse("19/21", TERMS)


BAND = Band(at_least=Fraction("0.9"), points=Fraction(1))


@pytest.mark.parametrize(
    ("rule", "loc", "at"),
    [
        pytest.param(RatioRule(), (), "table", id="neither"),
        pytest.param(
            RatioRule(bands=(BAND,), linear=Line(start=Fraction(0), end=Fraction(1))),
            ("linear",),
            "key",
            id="both",
        ),
        pytest.param(
            RatioRule(linear=Line(start=Fraction(1), end=Fraction(1))),
            ("linear", "to"),
            "value",
            id="a line without length",
        ),
        pytest.param(
            RatioRule(direction="lower", linear=Line(start=Fraction(0), end=Fraction(1))),
            ("direction",),
            "value",
            id="a direction against the line",
        ),
        pytest.param(
            RatioRule(linear=Line(start=Fraction(0), end=Fraction(95))),
            ("linear", "to"),
            "value",
            id="a share above 1",
        ),
        pytest.param(
            RatioRule(bands=(BAND, BAND)), ("bands", 1, "at-least"), "value", id="twice the same"
        ),
        pytest.param(
            RatioRule(bands=(BAND, Band(at_most=Fraction(0), points=Fraction(0)))),
            ("bands", 1, "at-most"),
            "key",
            id="mixed directions",
        ),
        pytest.param(
            RatioRule(bands=(Band(points=Fraction(0)),)), ("bands", 0), "table", id="no threshold"
        ),
        pytest.param(
            RatioRule(bands=(Band(at_least=Fraction(1), points=Fraction(4)),)),
            ("bands", 0, "points"),
            "value",
            id="above the points",
        ),
        pytest.param(
            RatioRule(bands=(Band(at_least=Fraction(90), points=Fraction(1)),)),
            ("bands", 0, "at-least"),
            "value",
            id="a percentage for a share",
        ),
    ],
)
def test_a_ratio_that_contradicts_itself_is_at_fault_once(
    rule: RatioRule, loc: tuple[str | int, ...], at: str
) -> None:
    assert [(fault.loc, fault.at) for fault in rule.faults(FULL)] == [(loc, at)]


def test_a_metric_may_go_beyond_1() -> None:
    rule = RatioRule(metric="a.b", bands=(Band(at_least=Fraction(90), points=Fraction(1)),))

    assert list(rule.faults(FULL)) == []


def test_conditions_and_columns_need_a_register() -> None:
    periodic = PeriodicRule(every="month", per_missing=Fraction(1), where="a", column="b")
    sampled = SampledRule(size=2, steps=(STEPS[0], STEPS[0]), where="a")

    assert [fault.loc for fault in periodic.faults(FULL)] == [("where",), ("column",)]
    assert [fault.loc for fault in sampled.faults(FULL)] == [("steps", 1, "code"), ("where",)]
