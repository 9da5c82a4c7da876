"""Rules read from scoring notes."""

from fractions import Fraction

import pytest

from rolcheck.criteria.drafting.codes import written
from rolcheck.criteria.drafting.prose.clauses import Note, Reading
from rolcheck.criteria.drafting.prose.extras import is_bonus, is_veto, read_bonus
from rolcheck.criteria.drafting.prose.reading import read_rule
from rolcheck.criteria.drafting.values import inline


def read(text: str, full: str = "3", title: str = "执法公示") -> Reading | None:
    return read_rule(Note(text, Fraction(full), title))


def line(text: str, full: str = "3") -> str:
    found = read(text, full)
    assert found, text
    assert found.unread == ()
    return inline(written(found.rule))


def test_a_deduction_for_each_case_has_no_end() -> None:
    said = line("每发现一项不符合扣0.5分，扣完为止。")

    assert (
        said == '{ kind = "deduct", defects = [{ code = "K1", label = "不符合", points = 0.5 }] }'
    )


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("未公开的，扣1分", "未公开", "points = 1, max-count = 1"),
        ("逾期报备的，每件扣一分", "逾期报备", "points = 1"),
        ("缺一项扣０.５分", "缺一项", "points = 0.5"),
        (
            "未保持完好的，每发现一处扣0.2 分，1 分扣完为止",
            "未保持完好",
            "points = 0.2, max-count = 5",
        ),
        ("迟报的每次扣0.5分，最多扣2分", "迟报", "points = 0.5, max-count = 4"),
        ("未整改到位的按0.5分/个扣分", "未整改到位", "points = 0.5"),
        ("每条扣0.2分", "执法公示", "points = 0.2"),
    ],
)
def test_a_deduction_says_what_each_case_costs_and_how_often(
    text: str, label: str, rest: str
) -> None:
    assert f'label = "{label}", {rest} }}' in line(text)


def test_what_gives_no_points_at_all_costs_them_all_beside_other_deductions() -> None:
    said = line("未开展的不得分；每少一次扣0.5分", "2")

    assert '{ code = "K1", label = "未开展", points = 2, max-count = 1 }' in said
    assert '{ code = "K2", label = "每少一次", points = 0.5 }' in said


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "达到95%以上得3分，90%以上得2分，不足80%不得分",
            "bands = [{ at-least = 0.95, points = 3 }, { at-least = 0.9, points = 2 }]",
        ),
        (
            "100%得满分，95%（含）-100%得2分，其余不得分",
            "bands = [{ at-least = 1, points = 3 }, { at-least = 0.95, points = 2 }]",
        ),
        (
            "败诉率低于5%得3分，5%-10%得1分，10%以上不得分",
            'direction = "lower", '
            "bands = [{ at-most = 0.05, points = 3 }, { at-most = 0.1, points = 1 }]",
        ),
        ("达到95%得满分，每低1个百分点扣0.5分", "linear = { from = 0.89, to = 0.95 }"),
        ("每低2%扣0.3分，扣完为止", "linear = { from = 0.8, to = 1 }"),
        ("超过5%的，每超1个百分点扣0.3分", "linear = { from = 0.15, to = 0.05 }"),
        ("按完成比例计分", "linear = { from = 0, to = 1 }"),
        ("满意度×分值", "linear = { from = 0, to = 1 }"),
        ("90%以上得满分，60%以下不得分，其间按比例得分", "linear = { from = 0.6, to = 0.9 }"),
    ],
)
def test_shares_become_bands_or_a_line(text: str, rule: str) -> None:
    assert line(text) == f'{{ kind = "ratio", {rule} }}'


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("优秀3分、良好2分、一般1分", "优秀 3, 良好 2, 一般 1"),
        ("好的得3分，较好的得2分，差的不得分", "好 3, 较好 2, 差 0"),
        ("评定为A档得3分；B档得1.5分；C档不得分", "A档 3, B档 1.5, C档 0"),
    ],
)
def test_levels_keep_their_names(text: str, labels: str) -> None:
    found = read(text)

    assert found
    levels = written(found.rule)["levels"]
    assert isinstance(levels, list)
    assert (
        ", ".join(f"{one['label']} {one['points']}".replace("3/2", "1.5") for one in levels)
        == labels
    )


def test_cases_with_points_of_their_own_become_levels() -> None:
    said = line("制定并公布的得3分，制定但未公布的得1分，未制定的不得分")

    assert '{ label = "A", points = 3, describe = "制定并公布" }' in said
    assert '{ label = "C", points = 0, describe = "未制定" }' in said


def test_parts_that_add_up_to_the_full_points_are_each_taken_off() -> None:
    said = line("成立领导小组得1分；制定方案得1分，召开会议得1分。")

    assert said.count("max-count = 1") == 3
    assert 'label = "未做到：制定方案"' in said


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("是得3分，否不得分", "执法公示"),
        ("有得3分；无不得分", "执法公示"),
        ("未制定的不得分", "是否符合要求（未制定的不得分）"),
        ("按期办结的得3分，否则不得分", "按期办结"),
    ],
)
def test_two_answers_become_a_question(text: str, question: str) -> None:
    assert line(text) == f'{{ kind = "binary", question = "{question}" }}'


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("每月报送一次，缺一次扣0.1分", "month"),
        ("每季度专题研究一次，每少一次扣0.1分，扣完为止", "quarter"),
        ("每半年发布一期，缺1期扣0.1分", "half-year"),
    ],
)
def test_what_is_due_in_every_period_is_counted_by_periods(text: str, every: str) -> None:
    assert line(text) == f'{{ kind = "periodic", every = "{every}", per-missing = 0.1 }}'


def test_several_in_each_period_are_deductions() -> None:
    assert line("每季度不少于两次，每少一次扣0.5分").startswith('{ kind = "deduct"')


def test_a_sample_is_of_so_many() -> None:
    assert "size = 50" in line("随机抽取50份处罚案卷，按合格率计分")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "视落实情况评定",
        "由专家酌情打分",
        "未达到要求的酌情扣分，工作未开展的为0分",
        "优秀（9-10分）、良好（7-8分）",
        "扣0.5-1分",
        "每项扣0.0001分",
        "达到95%得9分",
    ],
)
def test_what_says_no_rule_that_holds_is_none(text: str) -> None:
    assert read(text) is None


def test_what_a_rule_leaves_out_is_said() -> None:
    found = read("每缺一项扣1分；获表彰的可得1-2分")

    assert found
    assert found.unread == ("获表彰的可得1-2分",)


@pytest.mark.parametrize(
    ("text", "most", "step"),
    [
        ("获省级推广加1分，获国家级推广加2分，最高不超过2分", "2", "0.5"),
        ("每项加0.2分，累计不超过1分", "1", "0.2"),
        ("经验被推广的加3分", "3", "0.5"),
    ],
)
def test_a_bonus_gives_at_most_what_is_said(text: str, most: str, step: str) -> None:
    rule = read_bonus(Note(text, None))

    assert rule
    assert (rule.at_most, rule.step) == (Fraction(most), Fraction(step))


def test_a_bonus_without_a_number_is_none() -> None:
    assert read_bonus(Note("酌情加分", None)) is None


def test_titles_announce_what_stands_outside_the_base() -> None:
    assert is_bonus("十一、加分项（最高3分）")
    assert is_bonus("附加分（非必填）")
    assert not is_bonus("加分情形的核查机制建设")
    assert is_veto("一票否决事项")
    assert not is_veto("行使否决权")


@pytest.mark.parametrize(
    "text",
    [
        "每项扣0.001分，最多扣999999999分",
        "优秀999999999分、良好2分",
        "达到999%以上得3分",
        "加999999999分，最高不超过999999999.999分",
        "每月缺一次扣999999999分",
        "每低0个百分点扣1分",
        "随机抽取9999份，按合格率计分",
    ],
)
def test_no_number_is_too_large_to_be_looked_at(text: str) -> None:
    for full in (None, Fraction(3), Fraction(999_999)):
        found = read_rule(Note(text, full))
        most = read_bonus(Note(text, full))

        assert found is None or list(found.rule.faults(full)) == []
        assert most is None or list(most.faults(full)) == []


@pytest.mark.parametrize(
    ("full", "text", "left"),
    [
        ("2", "增长10%以上得2分，增长5%以上得1分，负增长扣1分", "负增长扣1分"),
        ("2", "达到100%得2分，未达到不得分，弄虚作假的扣10分", "弄虚作假的扣10分"),
        ("4", "每发生一起扣2分，可倒扣", "可倒扣"),
        ("5", "按名次计分，第1名得满分，每降1名扣0.2分", "按名次计分，第1名得满分"),
        ("5", "出庭率100%得5分；每下降5个百分点扣1分；低于80%不得分", "低于80%不得分"),
        ("5", "1个工作日以内得满分；每增加0.5个工作日扣0.5分", "1个工作日以内得满分"),
        ("3", "达到95%以上得3分，90%以上得2分，每低1个百分点扣0.1分", "每低1个百分点扣0.1分"),
        ("3", "优秀3分、良好2分，弄虚作假的加倍扣分", "弄虚作假的加倍扣分"),
        ("3", "未公开的扣1分，被通报的扣5分", "被通报的扣5分"),
        ("3", "每月报送一次，缺一次扣0.1分，可倒扣", "可倒扣"),
    ],
)
def test_a_figure_or_proviso_that_the_rule_does_not_say_is_named(
    full: str, text: str, left: str
) -> None:
    found = read(text, full)

    assert found
    assert left in found.unread


@pytest.mark.parametrize(
    ("full", "text"),
    [
        ("5", "覆盖率每提高10%得1分，最高得5分"),
        ("1", "将涉密信息公开（每出现一次倒扣6分）"),
        ("5", "得分=持证率×10"),
        ("5", "听取汇报不少于2次得2分，少1次扣1分；述法得3分，未述法不得分"),
        ("3", "每有1个典型案例得1分，最高3分"),
    ],
)
def test_points_earned_bit_by_bit_are_no_rule(full: str, text: str) -> None:
    assert read(text, full) is None


@pytest.mark.parametrize(
    ("full", "text", "rule"),
    [
        (
            "2",
            "优秀率达60%且合格率达100%得2分，合格率达到100%得1分",
            'kind = "graded", levels = ['
            '{ label = "A", points = 2, describe = "优秀率达60%且合格率达100%" }, '
            '{ label = "B", points = 1, describe = "合格率达到100%" }]',
        ),
        (
            "10",
            "随机抽取20份案卷，合格率100%的得10分，每有一份不合格扣0.5分",
            'kind = "deduct", defects = [{ code = "K1", label = "不合格", points = 0.5 }]',
        ),
        (
            "3",
            "规范化率100%得3分，不足100%按比例扣分",
            'kind = "ratio", linear = { from = 0, to = 1 }',
        ),
        (
            "5",
            "逾期报备的，每件扣0.5分；未报备的，每件扣1分；最多扣3分",
            'kind = "deduct", defects = [{ code = "K1", label = "逾期报备", points = 0.5 }, '
            '{ code = "K2", label = "未报备", points = 1 }], floor = 2',
        ),
        (
            "10",
            "≥98%得满分，95%（含）－98%得60%分值，低于95%得0分",
            'kind = "ratio", bands = [{ at-least = 0.98, points = 10 }, '
            "{ at-least = 0.95, points = 6 }]",
        ),
        (
            "5",
            "每项扣0.5分，每次扣1分，最多扣3分",
            'kind = "deduct", defects = [{ code = "K1", label = "执法公示", points = 0.5 }, '
            '{ code = "K2", label = "执法公示", points = 1 }], floor = 2',
        ),
        (
            "6",
            "甲缺1条扣1分，最高扣4分；乙缺1条扣1分，最高扣4分",
            'kind = "deduct", defects = [{ code = "K1", label = "甲缺1条", points = 1, '
            'max-count = 4 }, { code = "K2", label = "乙缺1条", points = 1, max-count = 4 }]',
        ),
        (
            "3",
            "迟报的扣0.5分/次，最多扣2分",
            'kind = "deduct", defects = [{ code = "K1", label = "迟报", points = 0.5, '
            "max-count = 4 }]",
        ),
        (
            "1",
            "达到98%得满分，每低1个百分点扣0.5分，不足1个百分点按1个百分点计",
            'kind = "ratio", bands = [{ at-least = 0.98, points = 1 }, '
            "{ at-least = 0.97, points = 0.5 }]",
        ),
        (
            "5",
            "持证率=持证人数/总人数×100%，得分=持证率×5",
            'kind = "ratio", linear = { from = 0, to = 1 }',
        ),
        ("2", "经核准的得2分", 'kind = "binary", question = "经核准"'),
        (
            "5",
            "①审批文件、材料齐全，2分；②制定规划（3分）。",
            'kind = "deduct", defects = [{ code = "K1", label = "未做到：审批文件、材料齐全", '
            'points = 2, max-count = 1 }, { code = "K2", label = "未做到：制定规划", points = 3, '
            "max-count = 1 }]",
        ),
        (
            "5",
            "每月报送信息不少于2条，每少1条扣0.1分",
            'kind = "deduct", defects = [{ code = "K1", '
            'label = "每月报送信息不少于2条，每少1条", points = 0.1 }]',
        ),
        (
            "1",
            "按时报送得1分，迟报1天扣0.2分，迟报5天以上不得分",
            'kind = "deduct", defects = [{ code = "K1", label = "迟报1天", points = 0.2 }, '
            '{ code = "K2", label = "迟报5天以上", points = 1, max-count = 1 }]',
        ),
        (
            "2",
            "合格率90%以上不扣分，90%以下每低1个百分点扣0.1分",
            'kind = "ratio", linear = { from = 0.7, to = 0.9 }',
        ),
    ],
)
def test_notes_with_several_parts_are_read_whole(full: str, text: str, rule: str) -> None:
    assert line(text, full) == f"{{ {rule} }}"


@pytest.mark.parametrize(
    ("full", "text", "remark"),
    [
        ("3", "达到95%得满分，每低1个百分点扣0.5分", "按直线计分"),
        ("5", "每项扣0.5分，每次扣1分，最多扣3分", "“最多扣3分”按该句各项合计理解"),
    ],
)
def test_a_reading_that_may_be_meant_otherwise_says_so(full: str, text: str, remark: str) -> None:
    found = read(text, full)

    assert found
    assert remark in "".join(found.remarks)


def test_a_cap_of_one_clause_among_several_is_not_taken_for_one_of_all() -> None:
    found = read("迟报的每次扣0.5分，漏报的每次扣1分，最多扣3分；未建档的扣1分", "5")

    assert found
    assert found.unread == ("最多扣3分",)
