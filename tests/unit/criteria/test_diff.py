"""What differs between two criteria sets."""

from fractions import Fraction

import pytest

from rolcheck.criteria.diff import Detail, Difference, difference
from rolcheck.criteria.model import About, Area, Criteria, EvidenceItem, Group, Indicator
from rolcheck.criteria.rules.deduct import DeductRule, Defect
from rolcheck.criteria.rules.graded import GradedRule, Level
from rolcheck.criteria.rules.points import PointsRule
from rolcheck.criteria.rules.terms import RuleModel

GRADED = GradedRule(
    levels=(Level(label="A", points=Fraction(3)), Level(label="B", points=Fraction(1)))
)


def one(name: str, title: str, points: str = "3", **keys: object) -> Indicator:
    rule = keys.pop("rule", PointsRule())
    assert isinstance(rule, RuleModel)
    return Indicator.model_validate(
        {"id": name, "title": title, "points": Fraction(points), "rule": rule, **keys}
    )


def criteria(*indicators: Indicator) -> Criteria:
    groups = sorted({indicator.group_id for indicator in indicators})
    areas = sorted({indicator.area_id for indicator in indicators})
    return Criteria(
        about=About(id="spring", title="春"),
        areas=tuple(Area(id=name, title=f"领域{name}") for name in areas),
        groups=tuple(Group(id=name, title=f"组{name}") for name in groups),
        indicators=indicators,
    )


def compared(before: list[Indicator], after: list[Indicator]) -> Difference:
    return difference(criteria(*before), criteria(*after))


def details(before: Indicator, after: Indicator) -> list[Detail]:
    return [detail for pair in compared([before], [after]).pairs for detail in pair.details]


def test_a_set_differs_in_nothing_from_itself() -> None:
    assert compared([one("1.1.1", "甲")], [one("1.1.1", "甲")]).is_empty


def test_what_is_only_in_one_is_removed_or_added() -> None:
    found = compared(
        [one("1.1.1", "甲"), one("1.1.2", "乙")], [one("1.1.1", "甲"), one("1.1.3", "丙")]
    )

    assert [node.id for _, node in found.removed] == ["1.1.2"]
    assert [node.id for _, node in found.added] == ["1.1.3"]
    assert not found.is_empty


def test_indicators_that_moved_on_because_one_was_put_before_them_are_the_same() -> None:
    found = compared(
        [one("1.1.1", "甲"), one("1.1.2", "乙")],
        [one("1.1.1", "新"), one("1.1.2", "甲"), one("1.1.3", "乙")],
    )

    assert found.moved == {"1.1.1": "1.1.2", "1.1.2": "1.1.3"}
    assert [node.title for _, node in found.added] == ["新"]
    assert found.removed == ()


def test_an_indicator_with_the_same_id_and_another_title_is_renamed() -> None:
    assert details(one("1.1.1", "甲"), one("1.1.1", "甲（修订）")) == [
        Detail("title", "", "甲", "甲（修订）")
    ]


def test_titles_that_stand_twice_are_matched_by_id() -> None:
    found = compared(
        [one("1.1.1", "甲"), one("1.1.2", "甲")], [one("1.1.1", "甲"), one("1.1.2", "甲", "2")]
    )

    assert found.moved == {}
    assert [detail.field for pair in found.pairs for detail in pair.details] == ["points"]


@pytest.mark.parametrize(
    ("keys", "detail"),
    [
        ({"points": "2.5"}, Detail("points", "", "3", "2.5")),
        ({"weight": Fraction(2)}, Detail("weight", "", "1", "2")),
        ({"office": "司法局"}, Detail("office", "", "", "司法局")),
        ({"guidance": "看台账"}, Detail("guidance", "", "", "看台账")),
        ({"not_applicable": True}, Detail("not-applicable", "", "false", "true")),
        (
            {"evidence": (EvidenceItem(id="a", title="签到表"),)},
            Detail("evidence", "a", "", "签到表"),
        ),
        ({"rule": GRADED}, Detail("rule", "", "points", "graded")),
        ({"rule": PointsRule(step=Fraction(1, 10))}, Detail("rule.step", "", "0.5", "0.1")),
    ],
)
def test_each_change_names_the_key_and_both_values(keys: dict[str, object], detail: Detail) -> None:
    changed = {"points": "3", **keys}

    assert details(one("1.1.1", "甲"), one("1.1.1", "甲", **changed)) == [detail]  # type: ignore[arg-type]  # keys of `one`


def test_a_level_that_pays_otherwise_is_named_with_what_it_paid() -> None:
    levels = (
        Level(label="A", points=Fraction(3)),
        Level(label="B", points=Fraction(2), describe="部分完成"),
        Level(label="C", points=Fraction(0)),
    )

    found = details(
        one("1.1.1", "甲", rule=GRADED), one("1.1.1", "甲", rule=GradedRule(levels=levels))
    )

    assert found == [
        Detail("rule.levels.points", "B", "1", "2"),
        Detail("rule.levels.describe", "B", "", "部分完成"),
        Detail("rule.levels", "C", "", "0"),
    ]


def test_a_defect_is_known_by_its_code() -> None:
    def rule(points: str) -> DeductRule:
        return DeductRule(defects=(Defect(code="K1", label="迟报", points=Fraction(points)),))

    found = details(one("1.1.1", "甲", rule=rule("0.5")), one("1.1.1", "甲", rule=rule("1")))

    assert found == [Detail("rule.defects.points", "K1", "0.5", "1")]


def test_areas_say_what_they_came_to_before_and_after() -> None:
    found = compared(
        [one("1.1.1", "甲"), one("2.1.1", "乙")],
        [one("1.1.1", "甲", "4"), one("3.1.1", "丙", weight=Fraction(2))],
    )

    assert [(area.id, area.before, area.after) for area in found.areas] == [
        ("1", 3, 4),
        ("2", 3, None),
        ("3", None, 6),
    ]
