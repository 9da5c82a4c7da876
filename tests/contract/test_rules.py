"""What every rule kind keeps, over each entry of the table."""

from collections.abc import Mapping
from fractions import Fraction
from typing import cast

import pytest

from rolcheck.base.errors import ObservationError
from rolcheck.base.models import json_schema
from rolcheck.criteria.model import Indicator
from rolcheck.criteria.observing import Reading, observe, terms_of
from rolcheck.criteria.rules import RULES

FULL = Fraction(3)
TABLES: Mapping[str, dict[str, object]] = {
    "graded": {"levels": ({"label": "A", "points": 3}, {"label": "良", "points": 0})},
    "points": {},
    "binary": {},
    "deduct": {"defects": ({"code": "K1", "label": "x", "points": 1},)},
    "ratio": {"linear": {"from": 0, "to": 1}, "when-empty": "zero"},
    "periodic": {"every": "month", "per-missing": 1, "when-empty": "full"},
    "sampled": {"size": 2, "steps": ({"code": "S1", "label": "x"},)},
    "veto": {},
    "bonus": {"at-most": 3},
}
SAMPLES = {
    "graded": ("Ａ", "良"),
    "points": ("2.50", "0", "３"),
    "binary": ("YES", "否"),
    "deduct": ("none", "K1 * 2", "无", "k1"),
    "ratio": ("38/40", "０／０"),
    "periodic": ("11 / 12", "0/0"),
    "sampled": ("1/2",),
    "veto": ("Veto", "clear"),
    "bonus": ("1", "0.5"),
}


def indicator(kind: str, **more: object) -> Indicator:
    """Return an indicator of 3 points under the kind's smallest rule."""
    table = {"id": "1.1.1", "title": "t", "points": 3, "rule": {"kind": kind, **TABLES[kind]}}
    return Indicator.model_validate(table | more)


def test_each_kind_has_a_table_and_samples_here() -> None:
    assert set(TABLES) == set(SAMPLES) == set(RULES)


@pytest.mark.parametrize("kind", RULES)
def test_the_table_names_each_class_by_its_kind(kind: str) -> None:
    assert RULES[kind].model_fields["kind"].default == kind


@pytest.mark.parametrize("kind", RULES)
def test_a_good_rule_has_no_faults(kind: str) -> None:
    assert list(indicator(kind).rule.faults(FULL)) == []


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind in SAMPLES for text in SAMPLES[kind]]
)
def test_what_a_rule_writes_it_reads_back(kind: str, text: str) -> None:
    one = indicator(kind)
    rule, terms = cast("Reading[object]", one.rule), terms_of(one, None)
    seen = rule.parse(text, terms)

    assert rule.parse(rule.write(seen), terms) == seen


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind in SAMPLES for text in SAMPLES[kind]]
)
def test_an_observation_read_again_is_the_same(kind: str, text: str) -> None:
    seen = observe(indicator(kind), text, None)

    assert observe(indicator(kind), seen.value, None) == seen


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind in SAMPLES for text in SAMPLES[kind]]
)
def test_points_are_between_0_and_the_full_points(kind: str, text: str) -> None:
    points = observe(indicator(kind), text, None).points

    assert (points is None) == (kind == "veto")
    assert points is None or 0 <= points <= FULL


@pytest.mark.parametrize("kind", RULES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "no such thing",
        "-1",
        "1e0",
        "+1",
        "nan",
        "3²",
        "②",
        "1/-1",
        "9" * 40,
        "1//2",
        "\0",
    ],
)
def test_nonsense_is_refused_with_a_sentence(kind: str, text: str) -> None:
    with pytest.raises(ObservationError) as refused:
        observe(indicator(kind), text, None)

    assert str(refused.value)
    assert "{" not in str(refused.value)


@pytest.mark.parametrize("kind", sorted(set(RULES) - {"veto"}))
def test_missing_is_a_score_of_0(kind: str) -> None:
    seen = observe(indicator(kind), "ＭＩＳＳＩＮＧ ", None)

    assert seen.value == "missing"
    assert seen.points == 0
    assert seen.is_missing
    assert not seen.not_applicable


@pytest.mark.parametrize("kind", sorted(set(RULES) - {"veto"}))
def test_not_applicable_needs_the_indicator_to_allow_it(kind: str) -> None:
    seen = observe(indicator(kind, **{"not-applicable": True}), "Ｎ／Ａ", None)

    assert (seen.value, seen.points) == ("n/a", None)
    assert seen.not_applicable
    assert seen.remark_required
    with pytest.raises(ObservationError, match=r"1\.1\.1 cannot be n/a"):
        observe(indicator(kind), "n/a", None)


@pytest.mark.parametrize("word", ["missing", "n/a", "full", "zero"])
def test_a_veto_takes_none_of_the_words(word: str) -> None:
    with pytest.raises(ObservationError, match="neither veto nor clear"):
        observe(indicator("veto", **{"not-applicable": True}), word, None)


@pytest.mark.parametrize("kind", RULES)
def test_full_and_zero_are_words_only_where_0_of_0_is_judged_by_hand(kind: str) -> None:
    one = indicator(kind)
    if getattr(one.rule, "when_empty", "") == "manual":
        assert [observe(one, word, None).points for word in ("full", "ZERO")] == [FULL, 0]
    else:
        for word in ("full", "zero"):
            with pytest.raises(ObservationError):
                observe(one, word, None)


@pytest.mark.parametrize("kind", RULES)
def test_the_schema_of_each_kind_can_be_told(kind: str) -> None:
    assert json_schema(RULES[kind])["properties"]["kind"]["const"] == kind
