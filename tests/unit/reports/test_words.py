"""Numbers and codes as people read them."""

from fractions import Fraction

import pytest

from rolcheck.base.toml import validated
from rolcheck.criteria.model import Indicator
from rolcheck.locale import set_language
from rolcheck.reports.words import (
    agreement_words,
    column,
    listed,
    observation_words,
    percent,
)
from rolcheck.scoring.agreement import Agreement


def said(alpha: Fraction | None, units: int = 4) -> str:
    return agreement_words(Agreement("interval", units, 2 * units, alpha))


@pytest.mark.parametrize(
    ("alpha", "words"),
    [
        ("1", "The reviewers agree very well (α 1.00)."),
        ("0.9", "The reviewers agree very well (α 0.90)."),
        ("0.8125", "The reviewers agree well (α 0.81)."),
        ("0.8", "The reviewers agree well (α 0.80)."),
        ("0.667", "The reviewers agree fairly; conclusions are tentative (α 0.67)."),
        ("0", "The reviewers agree poorly: the scores need a closer look (α 0.00)."),
        ("-0.2", "The reviewers agree less than chance would have it (α -0.20)."),
    ],
)
def test_agreement_is_said_in_words_first(alpha: str, words: str) -> None:
    assert said(Fraction(alpha)) == words


@pytest.mark.parametrize("alpha", ["0.7999", "0.89996", "0.6666"])
def test_the_number_beside_the_words_never_contradicts_them(alpha: str) -> None:
    words = said(Fraction(alpha))

    shown = words.partition("α ")[2].rstrip(").")
    assert said(Fraction(shown)).partition("(")[0] == words.partition("(")[0]


def test_it_is_said_why_there_is_no_alpha() -> None:
    assert "No item has two scores" in said(None, units=0)
    assert "the same share" in said(None)


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(1, 1000), "1"),
        (Fraction(955, 1000), "96"),
        (Fraction(999, 1000), "99"),
        (Fraction(1), "100"),
        (None, "-"),
    ],
)
def test_only_all_is_a_hundred_percent_and_only_none_is_zero(
    share: Fraction | None, text: str
) -> None:
    assert percent(share) == text


def test_a_column_has_equal_decimals() -> None:
    assert column([Fraction(1), None, Fraction(5, 4)]) == ["1.00", "-", "1.25"]
    assert column([Fraction(1, 3)]) == ["0.3333"]
    assert column([Fraction(1)], 2) == ["1.00"]


def test_words_are_listed() -> None:
    assert listed(["a", "b", "c"]) == "a, b, c"
    assert listed([]) == ""


@pytest.mark.parametrize(
    ("rule", "value", "words"),
    [
        ({"kind": "binary"}, "yes", "是"),
        ({"kind": "binary"}, "missing", "未提供材料"),
        ({"kind": "deduct", "defects": [{"code": "K1", "label": "x", "points": 1}]}, "K1", "K1"),
        ({"kind": "graded", "levels": [{"label": "none", "points": 1}]}, "none", "none"),
        ({"kind": "veto"}, "veto", "已提出"),
        ({"kind": "sampled", "size": 1, "steps": [{"code": "S1", "label": "x"}]}, "full", "满分"),
    ],
)
def test_words_of_ours_are_translated_and_those_of_the_criteria_are_not(
    rule: dict[str, object], value: str, words: str
) -> None:
    set_language("zh")
    table = {"id": "1.1.1", "title": "t", "points": 3, "rule": rule}

    assert observation_words(validated(Indicator, table), value) == words
