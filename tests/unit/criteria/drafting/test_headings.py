"""What columns hold, by their headings."""

import pytest

from rolcheck.criteria.drafting.headings import role_of


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("一级指标", "area"),
        ("二 级\n指 标", "group"),
        ("三级指标", "indicator"),
        ("指标名称", "level"),
        ("考评项目", "level"),
        ("序号", "number"),
        ("评估内容", "content"),
        ("评审要点", "content"),
        ("评分标准", "standard"),
        ("计分方法：", "standard"),
        ("评分细则（试行）", "standard"),
        ("分值", "points"),
        ("分 值（100分）", "points"),
        ("标准分", "points"),
        ("权重", "weight"),
        ("责任单位", "office"),
        ("牵头单位", "office"),
        ("配合部门", "co-office"),
        ("佐证材料", "evidence"),
        ("材料清单", "evidence"),
        ("备注", "note"),
        ("自评分", "own"),
        ("考核得分", "own"),
        ("Second-level indicator", "group"),
        ("考核内容及分值", "content"),
        ("项目名称及分值", "level"),
        ("应得分", "points"),
        ("一级指标A", "area"),
        ("四级指标", "fourth"),
        ("牵头单位/配合单位", "office"),
        ("计量单位", None),
        ("目标值", None),
        ("天气", None),
    ],
)
def test_a_heading_says_what_its_column_holds(heading: str, role: str | None) -> None:
    assert role_of(heading) == role
