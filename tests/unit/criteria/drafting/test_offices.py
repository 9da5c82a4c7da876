"""The offices that a cell names."""

import pytest

from rolcheck.criteria.drafting.offices import offices_in


@pytest.mark.parametrize(
    ("cell", "offices"),
    [
        ("市司法局、督查室", "市司法局 督查室"),
        ("区政府办/区经信委", "区政府办 区经信委"),
        ("区法院\n区司法局", "区法院 区司法局"),
        ("县纪委（监察局、巡察办）、县财政局", "县纪委（监察局、巡察办） 县财政局"),
        ("牵头单位：司法局；配合单位：财政局、审计局", "司法局 财政局 审计局"),
        ("配合单位：财政局\n牵头单位：司法局", "司法局 财政局"),
        ("区统计局（10.5分）", "区统计局"),
        ("——", ""),
    ],
)
def test_offices_are_parted_and_who_leads_comes_first(cell: str, offices: str) -> None:
    assert list(offices_in(cell)) == offices.split()
