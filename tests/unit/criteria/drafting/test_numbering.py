"""Numbers before titles."""

import pytest

from rolcheck.criteria.drafting.numbering import numbered


@pytest.mark.parametrize(
    ("text", "marker", "style", "rest"),
    [
        ("一、职能履行", "一", "chinese", "职能履行"),
        ("十二、监督", "十二", "chinese", "监督"),
        ("（一）机构", "（一）", "in-brackets", "机构"),
        ("(三) 决策", "(三)", "in-brackets", "决策"),
        ("1. 权责清单", "1", "arabic", "权责清单"),
        ("１２、学法", "12", "arabic", "学法"),
        ("3）公示", "3", "arabic", "公示"),
        ("（2）公示", "（2）", "arabic-in-brackets", "公示"),
        ("1.1.1 公众参与", "1.1.1", "dotted", "公众参与"),
        ("2.3公开", "2.3", "dotted", "公开"),
        ("①审核率", "①", "circled", "审核率"),
        ("第一条 原则", "第一条", "part", "原则"),
        ("第三部分：附则", "第三部分", "part", "附则"),
        ("B.1 加分", "B.1", "dotted", "加分"),
        ("12345热线办理", "", None, "12345热线办理"),
        ("一件事一次办", "", None, "一件事一次办"),
        ("2023年度报告", "", None, "2023年度报告"),
        ("95%以上得3分", "", None, "95%以上得3分"),
        ("0.5分", "", None, "0.5分"),
        ("1", "", None, "1"),
    ],
)
def test_a_number_is_parted_from_its_title(
    text: str, marker: str, style: str | None, rest: str
) -> None:
    found = numbered(text)

    assert (found.marker, found.style, found.text) == (marker, style, rest)
