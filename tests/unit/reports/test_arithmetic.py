"""Rules in words, and how each makes points of an observation."""

from datetime import date
from fractions import Fraction

import pytest

from rolcheck.base.periods import Period
from rolcheck.criteria.model import Indicator
from rolcheck.reports.documents.arithmetic import mean_sum, observed, working
from rolcheck.reports.documents.rules import rule_words
from rolcheck.reports.explained import Part

YEAR = Period(date(2023, 1, 1), date(2023, 12, 31))
RULES: dict[str, dict[str, object]] = {
    "graded": {"levels": [{"label": "A", "points": 2}]},
    "points": {},
    "binary": {"no": Fraction(1, 2)},
    "deduct": {
        "defects": [
            {"code": "K1", "label": "缺", "points": Fraction(1, 2)},
            {"code": "K2", "label": "迟", "points": 1, "max-count": 2},
        ],
        "floor": Fraction(1, 2),
    },
    "bands": {"bands": [{"at-least": 1, "points": 2}, {"at-least": Fraction(9, 10), "points": 1}]},
    "lower": {"bands": [{"at-most": Fraction(1, 10), "points": 2}], "direction": "lower"},
    "linear": {"linear": {"from": Fraction(1, 2), "to": Fraction(9, 10)}},
    "periodic": {"every": "quarter", "per-missing": Fraction(3, 4)},
    "sampled": {"size": 5, "steps": [{"code": "S1", "label": "立案"}]},
    "item": {"size": 5, "unit": "item", "steps": [{"code": "S1", "label": "立案"}]},
    "veto": {},
    "bonus": {"at-most": 2},
}
KINDS = {"bands": "ratio", "lower": "ratio", "linear": "ratio", "item": "sampled"}


def indicator(name: str) -> Indicator:
    kind = KINDS.get(name, name)
    outside = kind in ("veto", "bonus")
    rule = {"kind": kind, **{key: _plain(value) for key, value in RULES[name].items()}}
    return Indicator.model_validate(
        {"id": "1.1.1", "title": "x", "rule": rule} | ({} if outside else {"points": 2})
    )


def _plain(value: object) -> object:
    """Return tables as tuples, which strict models take."""
    return tuple(value) if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("graded", "A", ""),
        ("points", "1.5", ""),
        ("binary", "yes", ""),
        ("deduct", "none", ""),
        ("deduct", "K1*2", "2 - 2 x 0.5 = 1"),
        ("deduct", "K1;K2*9", "2 - 1 x 0.5 - 2 x 1 = -0.5 -> 0.5"),
        ("bands", "19/20", "19/20 = 95.00 % -> 1"),
        ("linear", "3/4", "(3/4 - 0.5) / (0.9 - 0.5) = 0.625; 0.625 x 2 = 1.25"),
        ("linear", "1/4", "(1/4 - 0.5) / (0.9 - 0.5) = -0.625 -> 0; 0 x 2 = 0"),
        ("periodic", "3/4", "2 - 1 x 0.75 = 1.25"),
        ("periodic", "0/4", "2 - 4 x 0.75 = -1 -> 0"),
        ("sampled", "4/5", "2 x 4/5 = 1.6"),
        ("sampled", "full", ""),
        ("deduct", "missing", ""),
        ("veto", "veto", ""),
        ("bonus", "1", ""),
    ],
)
def test_the_working_shows_how_a_value_became_points(name: str, value: str, text: str) -> None:
    assert working(indicator(name), value, YEAR) == text


def test_rounding_of_an_observation_is_shown_too() -> None:
    assert observed(indicator("sampled"), "1/3", YEAR, Fraction(7, 10)) == "2 x 1/3 = 2/3 -> 0.7"
    assert observed(indicator("points"), "1.5", YEAR, Fraction(2)) == "1.5 -> 2"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("graded", "A level: A 2."),
        ("points", "A number of points from 0 in steps of 0.5."),
        ("binary", "Yes 2, no 0.5."),
        ("deduct", "From 2, off for each case: K1 缺 0.5; K2 迟 1 for at most 2; never under 0.5."),
        ("bands", "A share: 2 from 100 % on; 1 from 90 % on; below that 0."),
        ("lower", "A share, lower is better: 2 up to 10 %; above that 0."),
        ("linear", "A share: 0 at 50 %, the full points at 90 %, in proportion between."),
        ("periodic", "From 2, 0.75 off for each of the quarters that is missing."),
        ("sampled", "The share of steps passed in 5 items, of the full points: S1 立案."),
        ("item", "The share of 5 items that passed whole, of the full points: S1 立案."),
        ("veto", "A veto: it gives no points, and disqualifies when it is upheld."),
        ("bonus", "A bonus of up to 2 in steps of 0.5, outside the base."),
    ],
)
def test_every_rule_is_said_in_words(name: str, text: str) -> None:
    assert next(rule_words(indicator(name))) == text


def test_a_count_says_what_happens_where_there_is_nothing_to_count() -> None:
    assert list(rule_words(indicator("sampled")))[1].startswith("Where there is nothing to count")


def test_a_median_names_the_middle() -> None:
    kept = tuple(map(Fraction, (1, 2, 4, 5)))

    assert mean_sum(Part("", None, (), kept, (), Fraction(3)), "median") == "(2 + 4) / 2 = 3"
    assert mean_sum(Part("", None, (), kept[:3], (), Fraction(2)), "median") == "2 = 2"
