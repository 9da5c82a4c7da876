from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from rolcheck.base.errors import ObservationError
from rolcheck.base.periods import Period
from rolcheck.criteria.model import Criteria, Indicator
from rolcheck.criteria.observing import observe, words_of

YEAR = Period(date(2023, 1, 1), date(2023, 12, 31))


def indicator(rule: Mapping[str, object], **more: object) -> Indicator:
    table = {"id": "1.1.1", "title": "t", "points": 3, "rule": dict(rule)}
    return Indicator.model_validate(table | more)


LINE = {"kind": "ratio", "linear": {"from": 0, "to": 1}}


def test_a_value_is_normalised_and_gives_exact_points() -> None:
    seen = observe(indicator(LINE), " １ ／ ３ ", YEAR)

    assert (seen.value, seen.points) == ("1/3", Fraction(1))
    assert not seen.not_applicable
    assert not seen.remark_required


def test_missing_gives_0_whatever_floor_and_minimum() -> None:
    points = indicator({"kind": "points", "minimum": 1})
    deduct = indicator(
        {"kind": "deduct", "floor": 1, "defects": ({"code": "K", "label": "x", "points": 1},)}
    )

    assert [observe(one, "missing", YEAR).points for one in (points, deduct)] == [0, 0]


def test_nothing_to_count_can_make_it_not_applicable_whatever_the_indicator_says() -> None:
    seen = observe(indicator({**LINE, "when-empty": "not-applicable"}), "0/0", YEAR)

    assert (seen.value, seen.points, seen.not_applicable) == ("0/0", None, True)
    assert seen.remark_required


def test_full_and_zero_stand_for_0_of_0_where_somebody_has_to_judge() -> None:
    one = indicator(LINE)

    assert [observe(one, word, YEAR).points for word in ("full", "zero")] == [3, 0]
    with pytest.raises(ObservationError, match="say full or zero"):
        observe(one, "0/0", YEAR)


def test_periods_are_counted_by_the_period_of_the_campaign() -> None:
    one = indicator({"kind": "periodic", "every": "quarter", "per-missing": 1})

    assert observe(one, "3/4", YEAR).points == 2
    with pytest.raises(ObservationError, match="holds 4 of these, not 12"):
        observe(one, "11/12", YEAR)
    assert observe(one, "11/12", None).points == 2


def test_only_a_raised_veto_wants_a_remark() -> None:
    one = indicator({"kind": "veto"}, points=0)

    raised, clear = observe(one, "VETO", YEAR), observe(one, "clear", YEAR)

    assert (raised.value, raised.points, raised.remark_required) == ("veto", None, True)
    assert (clear.value, clear.points, clear.remark_required) == ("clear", None, False)
    assert not raised.not_applicable


def test_a_bonus_counts_by_itself_and_not_by_the_points_of_the_indicator() -> None:
    one = indicator({"kind": "bonus", "at-most": 1}, points=0)

    assert observe(one, "0.5", YEAR).points == Fraction(1, 2)
    assert one.full == 1


def test_a_metric_that_is_a_mean_is_typed_as_a_number() -> None:
    rule = {"kind": "ratio", "metric": "s.avg", "bands": ({"at-least": 90, "points": 3},)}
    column = {"name": "score", "type": "decimal"}
    register = {"id": "s", "title": "t", "column": (column,)}
    criteria = Criteria.model_validate(
        {
            "criteria": {"id": "c", "title": "t"},
            "area": ({"id": "1", "title": "t"},),
            "group": ({"id": "1.1", "title": "t"},),
            "indicator": ({"id": "1.1.1", "title": "t", "points": 3, "rule": dict(rule)},),
            "register": ({**register, "metric": ({"id": "avg", "mean": "score"},)},),
        }
    )
    one = criteria.indicator("1.1.1")

    assert observe(one, "91.4", YEAR).points == 3
    with pytest.raises(ObservationError):
        observe(one, "9/10", YEAR)


def test_an_empty_value_is_refused() -> None:
    with pytest.raises(ObservationError, match="a value is missing"):
        observe(indicator(LINE), " \u3000", YEAR)


def test_the_words_an_indicator_takes_can_be_asked_for() -> None:
    one = indicator(LINE, **{"not-applicable": True})

    assert words_of(one) == ("missing", "n/a", "full", "zero")
    assert words_of(indicator({"kind": "veto"})) == ()


def test_an_empty_value_is_missing_not_the_word_missing() -> None:
    with pytest.raises(ObservationError, match="a value is missing"):
        observe(indicator(LINE), " 　", YEAR)


def test_a_veto_knows_no_words_of_the_other_kinds() -> None:
    veto = indicator({"kind": "veto"}, **{"not-applicable": True})

    assert words_of(veto) == ()
    for word in ("missing", "n/a"):
        with pytest.raises(ObservationError, match="neither veto nor clear"):
            observe(veto, word, YEAR)


def test_a_missing_observation_says_so() -> None:
    assert observe(indicator(LINE), "missing", YEAR).is_missing
    assert not observe(indicator(LINE), "0/3", YEAR).is_missing
