"""Points in cells and behind titles."""

from fractions import Fraction

import pytest

from rolcheck.criteria.drafting.points import points_in, titled
from rolcheck.criteria.drafting.words import is_exact, number_of


@pytest.mark.parametrize(
    ("cell", "points"),
    [
        ("5", "5"),
        ("5分", "5"),
        ("（３分）", "3"),
        ("0-5分", "5"),
        ("1～2.5", "2.5"),
        ("10%", "10"),
        ("满分20分", "20"),
        ("+2", "2"),
        ("≤3分", "3"),
        ("最高加3分", "3"),
        ("最高不超过3分", "3"),
        ("5分封顶", "5"),
        ("五分", "5"),
    ],
)
def test_points_of_a_cell_are_read(cell: str, points: str) -> None:
    assert points_in(cell) == Fraction(points)


@pytest.mark.parametrize(
    "cell", ["", "是/否", "见附件", "=SUM(D3:D9)", "5人/10万人", "-3", "最多扣5分"]
)
def test_what_is_no_points_is_none(cell: str) -> None:
    assert points_in(cell) is None


@pytest.mark.parametrize(
    ("text", "title", "points"),
    [
        ("一、全面履行职能（20分）", "一、全面履行职能", "20"),
        ("加分项(最高3分)", "加分项", "3"),
        ("制度建设 10分", "制度建设", "10"),
        ("监督【共5.5分】", "监督", "5.5"),
        ("一刻钟服务圈（15分钟）", "一刻钟服务圈（15分钟）", None),
        ("（20分）", "（20分）", None),
        ("加分项（≤3分）", "加分项", "3"),
        ("备案（五分）", "备案", "5"),
        ("迟报的扣 1分", "迟报的扣 1分", None),
    ],
)
def test_points_behind_a_title_are_parted_from_it(
    text: str, title: str, points: str | None
) -> None:
    found = titled(text)

    assert found.text == title
    assert found.points == (None if points is None else Fraction(points))


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("工作要求明确。3分", "3"),
        ("组织\n领导\n12分", "12"),
        ("制度上墙。(2.5)", "2.5"),
        ("迟报的扣1分", None),
        ("考试成绩达到90分", None),
        ("合格率（95%）", None),
    ],
)
def test_points_without_brackets_are_read_where_no_cell_has_any(
    text: str, points: str | None
) -> None:
    found = titled(text, loose=True)

    assert found.points == (None if points is None else Fraction(points))


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("行政决策(占总分值的15%)", "0.15"),
        ("行政执法（20分，权重30%）", "0.3"),
        ("营商环境 权重0.4", "0.4"),
        ("监督（30%）", "0.3"),
        ("监督（30分）", None),
    ],
)
def test_weights_behind_titles_are_parted_from_them(text: str, weight: str | None) -> None:
    found = titled(text, shares=True)

    assert found.weight == (None if weight is None else Fraction(weight))
    assert "%" not in found.text


@pytest.mark.parametrize(
    ("text", "number"), [("两", 2), ("十", 10), ("十五", 15), ("二十", 20), ("三十六", 36)]
)
def test_numbers_that_are_spelt_out_are_read(text: str, number: int) -> None:
    assert number_of(text) == number


def test_only_three_decimals_are_exact() -> None:
    assert is_exact(Fraction("0.125"))
    assert not is_exact(Fraction("0.0625"))
    assert not is_exact(Fraction(1, 3))
