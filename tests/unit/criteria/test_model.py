from fractions import Fraction

import pytest

from rolcheck.base.errors import InputError
from rolcheck.base.models import json_schema
from rolcheck.criteria.model import Criteria, Indicator

GRADED = {"kind": "graded", "levels": ({"label": "A", "points": 1},)}


def indicator(name: str, rule: dict[str, object] | None = None) -> dict[str, object]:
    return {"id": name, "title": f"t{name}", "points": 1, "rule": rule or GRADED}


CRITERIA = Criteria.model_validate(
    {
        "criteria": {"id": "c", "title": "名", "title_en": "Name", "points": 2},
        "area": tuple({"id": name, "title": name} for name in ("2", "1", "B")),
        "group": tuple({"id": name, "title": name} for name in ("1.2", "1.1", "2.1", "B.1")),
        "indicator": (
            indicator("1.1.2"),
            indicator("2.1.1"),
            indicator("1.2.1"),
            indicator("1.1.1"),
            indicator("B.1.1", {"kind": "bonus", "at-most": Fraction(3, 2)}),
            indicator("B.1.2", {"kind": "veto"}),
            indicator("2.1.2", {"kind": "veto"}),
        ),
    }
)


def test_the_tree_keeps_the_order_of_the_file_and_leaves_out_bonus_and_veto() -> None:
    assert [
        (area.id, group.id, [leaf.id for leaf in group.indicators])
        for area in CRITERIA.tree
        for group in area.groups
    ] == [("2", "2.1", ["2.1.1"]), ("1", "1.2", ["1.2.1"]), ("1", "1.1", ["1.1.2", "1.1.1"])]


def test_indicators_are_told_apart_by_what_they_do() -> None:
    assert [len(part) for part in (CRITERIA.base, CRITERIA.bonuses, CRITERIA.vetoes)] == [4, 1, 2]


def test_full_points_are_the_points_of_a_bonus_its_most_and_of_a_veto_none() -> None:
    assert [CRITERIA.indicator(name).full for name in ("1.1.1", "B.1.1", "B.1.2")] == [
        1,
        Fraction(3, 2),
        0,
    ]


def test_the_id_says_the_parents() -> None:
    one = CRITERIA.indicator("1.2.1")

    assert (one.area_id, one.group_id) == ("1", "1.2")


def test_an_unknown_indicator_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputError, match=r"no indicator '1\.1\.11'") as refused:
        CRITERIA.indicator("1.1.11")

    assert refused.value.params["near"] == "1.1.1"


def test_titles_fall_back_to_chinese() -> None:
    assert (CRITERIA.title_in("en"), CRITERIA.title_in("zh")) == ("Name", "名")
    assert CRITERIA.areas[0].title_in("en") == "2"


def test_defaults_are_those_of_the_design() -> None:
    one = Indicator.model_validate(indicator("1.1.1"))

    assert one.weight == 1
    assert one.first_scored == "scoring"
    assert not one.not_applicable
    assert CRITERIA.scoring.rollup == "sum"
    assert CRITERIA.scoring.not_applicable == "rescale"
    assert CRITERIA.scoring.round_mode == "half-up"
    assert CRITERIA.scoring.bonus_cap is None
    assert CRITERIA.scoring.round_to.total is None


def test_the_schema_names_the_keys_of_the_file() -> None:
    schema = json_schema(Criteria)

    assert set(schema["properties"]) == {
        "criteria",
        "area",
        "group",
        "indicator",
        "register",
        "parameter",
    }
    assert "first-scored" in schema["$defs"]["Indicator"]["properties"]
    assert schema["$defs"]["PointsRule"]["properties"]["step"]["default"] == 0.5


def test_a_set_answers_for_what_its_head_says() -> None:
    assert (CRITERIA.id, CRITERIA.title, CRITERIA.title_en) == ("c", "名", "Name")
    assert (CRITERIA.edition, CRITERIA.source, CRITERIA.catalogue) == ("", "", None)
    assert CRITERIA.points == 2


def test_the_schema_says_that_a_bonus_has_no_weight() -> None:
    weight = json_schema(Criteria)["$defs"]["Indicator"]["properties"]["weight"]

    assert "not read for bonus and veto" in weight["description"]
