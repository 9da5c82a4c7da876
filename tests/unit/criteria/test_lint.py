"""Weak criteria: the smallest change to a sound set that each check speaks up on."""

from fractions import Fraction
from pathlib import Path

import pytest

from rolcheck.base.places import Place
from rolcheck.criteria.lint import CHECKS, Remark, lint
from rolcheck.criteria.linting.weighing import median
from rolcheck.criteria.loader import load_criteria, shipped_criteria

SOUND = """\
[criteria]
id = "sound"
title = "算例"
title_en = "Sound"
source = "weights illustrative"
points = 20
[criteria.scoring]
bonus-cap = 1
[[area]]
id = "1"
title = "甲领域"
title_en = "First area"
[[area]]
id = "X"
title = "外加"
title_en = "Outside"
[[group]]
id = "1.1"
title = "甲一"
title_en = "First group"
[[group]]
id = "X.1"
title = "加分与否决"
title_en = "Bonus and veto"
[[indicator]]
id = "1.1.1"
title = "专题学法"
title_en = "Law study"
guidance = "核对学法记录与签到名单的日期。"
points = 4
evidence = [ { id = "a", title = "学法会议纪要" }, { id = "b", title = "签到表", required = false } ]
office = "区司法局"
co-offices = ["区政府办"]
[indicator.rule]
kind = "graded"
levels = [
  { label = "A", describe = "每季度至少一次", points = 4 },
  { label = "B", describe = "全年不足四次", points = 2 },
  { label = "C", describe = "未开展", points = 0 },
]
[[indicator]]
id = "1.1.2"
title = "应诉率"
title_en = "Appearance rate"
guidance = "以开庭案件为分母。"
points = 4
evidence = [ { id = "a", title = "出庭登记" } ]
office = "区司法局"
[indicator.rule]
kind = "ratio"
metric = "cases.rate"
bands = [
  { at-least = 1, points = 4 },
  { at-least = 0.9, points = 2 },
  { at-least = 0.8, points = 1 },
]
when-empty = "full"
[[indicator]]
id = "1.1.3"
title = "窗口服务"
title_en = "Counter service"
guidance = "现场看三个窗口；未设窗口的不适用。"
points = 4
evidence = [ { id = "a", title = "窗口值班表" } ]
office = "区政府办"
not-applicable = true
[indicator.rule]
kind = "points"
step = 0.5
hint = "值班、指引、评价各占三分之一"
[[indicator]]
id = "1.1.4"
title = "月度通报"
title_en = "Monthly bulletin"
guidance = "逐月核对通报文号。"
points = 4
evidence = [ { id = "a", title = "十二期通报" } ]
office = "区政府办"
[indicator.rule]
kind = "periodic"
register = "cases"
column = "month"
every = "month"
per-missing = 0.5
[[indicator]]
id = "1.1.5"
title = "案卷规范"
title_en = "Files in order"
guidance = "抽十卷逐页看。"
points = 4
evidence = [ { id = "a", title = "卷宗目录" } ]
office = "区政府办"
[indicator.rule]
kind = "deduct"
defects = [
  { code = "K1", label = "缺页", points = 1 },
  { code = "K2", label = "未归档", points = 2, max-count = 1 },
]
[[indicator]]
id = "X.1.1"
title = "经验推广"
title_en = "Experience spread"
guidance = "以正式文件为准。"
evidence = [ { id = "a", title = "推广文件", required = false } ]
[indicator.rule]
kind = "bonus"
at-most = 1
hint = "每件0.5"
[[indicator]]
id = "X.1.2"
title = "弄虚作假"
title_en = "Forgery"
[indicator.rule]
kind = "veto"
describe = "经核查属实的伪造"
[[register]]
id = "cases"
title = "案件台账"
title_en = "Cases"
[[register.column]]
name = "month"
title = "月份"
type = "month"
[[register.column]]
name = "appeared"
title = "出庭"
type = "boolean"
[[register.metric]]
id = "rate"
title = "出庭率"
numerator = "appeared AND :limit > 0"
denominator = "1"
[[parameter]]
id = "limit"
title = "期限"
default = 15
"""

EVIDENCE_2 = 'evidence = [ { id = "a", title = "出庭登记" } ]'
GUIDE_1 = 'guidance = "核对学法记录与签到名单的日期。"\n'
OFFICE_5 = 'office = "区政府办"\n[indicator.rule]\nkind = "deduct"'
BINARY = """points = 4
evidence = [ { id = "a", title = "窗口值班表" } ]
office = "区政府办"
not-applicable = true
[indicator.rule]
kind = "binary"
"""
POINTS_3 = BINARY.replace(
    'kind = "binary"\n', 'kind = "points"\nstep = 0.5\nhint = "值班、指引、评价各占三分之一"\n'
)

CASES = [
    ("L01", EVIDENCE_2 + "\n", "", "1.1.2 names no evidence"),
    ("L02", "出庭登记", "相关材料等", "any file could be '相关材料等'"),
    ("L02", "出庭登记", "表", "any file could be '表'"),
    ("L03", '"签到表", required = false', '"学法 会议纪要"', "items a and b are both '学法 会议纪要'"),
    ("L04", '"窗口值班表"', '"窗口值班表", required = false', "1.1.3 requires none of its evidence"),
    ("L05", '"十二期通报"', '"窗口值班表"', "1.1.4 expects the same evidence as 1.1.3"),
    ("L06", 'kind = "points"\nstep = 0.5\nhint = "值班、指引、评价各占三分之一"',
     'kind = "ratio"\nmetric = "cases.rate"\nlinear = { from = 0, to = 1 }',
     "1.1.3 counts what 1.1.2 counts"),
    ("L07", '"未归档"', '"缺页。"', "'缺页。' costs points in 1.1.5 and in 1.1.5"),
    ("L11", '"窗口服务"', '"应诉率"', "1.1.3 has the title of 1.1.2"),
    ("L12", '"窗口服务"', '"专题学法会"', "the titles of 1.1.3 and 1.1.1 overlap by 86%"),
    ("L13", 'title_en = "Law study"\n', "", "1.1.1 has no English title, the others have"),
    ("L14", GUIDE_1, "", "1.1.1 has no guidance"),
    ("L15", GUIDE_1, 'guidance = "专题学法。"\n', "says no more than its title"),
    ("L16", OFFICE_5, OFFICE_5.partition("\n")[2], "1.1.5 names no office, other indicators do"),
    ("L17", OFFICE_5, OFFICE_5.replace("办", "（办）"), "'区政府（办）' stands elsewhere as '区政府办'"),
    ("L18", '["区政府办"]', '["区政府办", "区司法局"]', "1.1.1 names '区司法局' twice"),
    ("L23", '"甲一"', '"甲一"\nweight = 2', "nothing reads the weight 2 of 1.1"),
    ("L24", "points = 20\n", "", "the set does not say what it adds up to"),
    ("L25", 'source = "weights illustrative"\n', "", "the set does not say where it comes from"),
    ("L26", "；未设窗口的不适用", "", "1.1.3 can be n/a, but nothing says when"),
    ("L31", '"每季度至少一次", points = 4', '"每季度至少一次", points = 3', "the best gives 3 of 4"),
    ("L31", "{ at-least = 1, points = 4 }", "{ at-least = 1, points = 3.5 }", "gives 3.5 of 4"),
    ("L31", POINTS_3, BINARY + 'question = "有吗"\nyes = 3\n', "the best gives 3 of 4 points"),
    ("L32", '"未开展", points = 0', '"未开展", points = 1', "the worst still gives 1 of 4 points"),
    ("L32", "step = 0.5", "step = 0.5\nminimum = 1", "the worst still gives 1 of 4 points"),
    ("L32", "per-missing = 0.5", "per-missing = 0.25", "the worst still gives 1 of 4 points"),
    ("L32", '"缺页", points = 1', '"缺页", points = 1, max-count = 1', "still gives 1 of 4 points"),
    ("L32", "at-least = 0.8", "at-least = 0", "the worst still gives 1 of 4 points"),
    ("L32", POINTS_3, BINARY + 'question = "有吗"\nno = 1\n', "the worst still gives 1 of 4 points"),
    ("L32", 'kind = "deduct"\n', 'kind = "deduct"\nfloor = 0.5\n', "still gives 0.5 of 4 points"),
    ("L33", '"全年不足四次", points = 2', '"全年不足四次", points = 4', "A and B give the same 4 points"),
    ("L33", '"全年不足四次"', '"每季度至少一次。"', "levels A and B are described alike"),
    ("L34", ', describe = "全年不足四次"', "", "level B gives 2 points for nothing that can be seen"),
    ("L34", "全年不足四次", "较好", "level B gives 2 points for nothing that can be seen"),
    ("L35", "全年不足四次", "有计划但无材料", "level B gives 2 points where there is no material"),
    ("L36", '  { label = "C", describe = "未开展", points = 0 },\n',
     '  { label = "C", describe = "未开展", points = 0 },\n'
     '  { label = "D", describe = "有计划", points = 1 },\n', "level D stands out of order"),
    ("L37", "{ at-least = 0.9, points = 2 }", "{ at-least = 0.9, points = 1 }", "band at 0.9 never"),
    ("L37", "{ at-least = 0.9, points = 2 }", "{ at-least = 1.1, points = 2 }", "band at 1.1 never"),
    ("L38", "points = 1 },\n]", "points = 0.3 },\n]", "one step between bands costs 2 points, another 0.3"),
    ("L41", '"缺页", points = 1', '"缺页", points = 0', "K1 costs nothing"),
    ("L42", '"缺页", points = 1', '"缺页", points = 5', "K1 costs 5, more than the 4 points"),
    ("L43", "step = 0.5", "step = 0.3", "steps of 0.3 do not lead to 4"),
    ("L43", "at-most = 1", "at-most = 1\nstep = 0.4", "steps of 0.4 do not lead to 1"),
    ("L44", 'hint = "每件0.5"\n', "", "X.1.1 does not say what makes how many points"),
    ("L44", POINTS_3, BINARY, "1.1.3 does not say what is answered by yes or no"),
    ("L45", 'describe = "经核查属实的伪造"\n', "", "veto X.1.2 does not say what has to be seen"),
    ("L51", "bonus-cap = 1", "bonus-cap = 2", "the cap of 2 is never reached"),
    ("L52", "bonus-cap = 1", "bonus-cap = 0.5", "X.1.1 gives up to 1, of which no more than 0.5 count"),
    ("L53", "at-most = 1", "at-most = 3", "the bonus can add 3 to a base of 20: 15%"),
    ("L61", ":limit", "15", "no predicate uses parameter limit"),
    ("L61", "[[parameter]]", '[[register]]\nid = "idle"\ntitle = "闲"\n[[register.column]]\n'
     'name = "a"\ntype = "string"\n[[parameter]]', "no rule uses register idle"),
]  # fmt: skip


def linted(folder: Path, text: str) -> tuple[Remark, ...]:
    path = folder / "sound.toml"
    path.write_text(text, "utf-8")
    return lint(load_criteria(path))


def changed(old: str, new: str) -> str:
    assert old in SOUND
    return SOUND.replace(old, new, 1)


def test_a_sound_set_has_no_remark(tmp_path: Path) -> None:
    assert linted(tmp_path, SOUND) == ()


@pytest.mark.parametrize(("code", "old", "new", "said"), CASES)
def test_each_weakness_is_remarked(
    tmp_path: Path, code: str, old: str, new: str, said: str
) -> None:
    text = changed(old, new)
    text = text.replace("bonus-cap = 1\n", "") if code == "L53" else text

    remarks = linted(tmp_path, text)

    assert [(one.code, said in str(one.problem)) for one in remarks if one.code == code] == [
        (code, True)
    ], [str(one.problem) for one in remarks]


def test_every_check_has_a_case() -> None:
    elsewhere = {"L21", "L22"}

    assert {code for code, *_ in CASES} | elsewhere == set(CHECKS)


@pytest.mark.parametrize(
    ("points", "said"),
    [
        pytest.param("13", "13 points are 3.25 times the median of group 1.1, 4", id="far above"),
        pytest.param(
            "1.3", "1.3 points are 0.325 times the median of group 1.1, 4", id="far below"
        ),
        pytest.param("12", "", id="three times is still in line"),
    ],
)
def test_points_far_from_the_siblings_are_told_with_their_exact_ratio(
    tmp_path: Path, points: str, said: str
) -> None:
    text = changed("points = 20\n", "").replace(
        'points = 4\nevidence = [ { id = "a", title = "卷宗目录" } ]',
        f'points = {points}\nevidence = [ {{ id = "a", title = "卷宗目录" }} ]',
    )

    found = [str(one.problem) for one in linted(tmp_path, text) if one.code == "L21"]

    assert [said in one for one in found] == ([True] if said else [])


@pytest.mark.parametrize(
    ("title", "rollup", "count"),
    [
        pytest.param("应诉率", "sum", 1, id="with the group's title"),
        pytest.param("应诉", "sum", 0, id="a group of its own under a sum changes nothing"),
        pytest.param("应诉", "weighted-mean", 1, id="a mean weighs it as a whole group"),
    ],
)
def test_a_group_of_one_is_remarked_where_it_adds_nothing_or_weighs_anew(
    tmp_path: Path, title: str, rollup: str, count: int
) -> None:
    text = changed("bonus-cap = 1", f'bonus-cap = 1\nrollup = "{rollup}"').replace(
        '[[group]]\nid = "X.1"',
        f'[[group]]\nid = "1.2"\ntitle = "{title}"\ntitle_en = "Own"\n[[group]]\nid = "X.1"',
    )
    text = text.replace('id = "1.1.2"', 'id = "1.2.1"')

    assert [one.code for one in linted(tmp_path, text)] == ["L22"] * count


@pytest.mark.parametrize(
    ("numbers", "middle"),
    [("3", "3"), ("4 1", "2.5"), ("9 1 2", "2"), ("0.1 0.4 0.2 0.3", "0.25")],
)
def test_the_median_is_exact(numbers: str, middle: str) -> None:
    assert median([Fraction(one) for one in numbers.split()]) == Fraction(middle)


def test_a_weight_of_an_area_is_read_by_a_mean_and_by_nothing_else(tmp_path: Path) -> None:
    weighed = changed('title = "甲领域"', 'title = "甲领域"\nweight = 2')
    mean = weighed.replace("bonus-cap = 1", 'bonus-cap = 1\nrollup = "weighted-mean"')

    assert [one.code for one in linted(tmp_path, weighed)] == ["L23"]
    assert linted(tmp_path, mean) == ()


def test_a_remark_stands_where_the_value_stands_and_says_what_to_do(tmp_path: Path) -> None:
    text = changed("step = 0.5", "step = 0.3")

    (remark,) = linted(tmp_path, text)

    assert text.splitlines()[68] == "step = 0.3"
    assert remark.problem.where == Place(str(tmp_path / "sound.toml"), 69, 8)
    assert remark.problem.expected == CHECKS["L43"].do


def test_registers_of_a_catalogue_may_be_left_unused() -> None:
    for path in shipped_criteria():
        assert not [one for one in lint(load_criteria(path)) if one.code == "L61"]


@pytest.mark.parametrize("path", shipped_criteria(), ids=lambda path: path.stem)
def test_the_sets_that_ship_have_no_remark(path: Path) -> None:
    assert [str(one.problem) for one in lint(load_criteria(path))] == []
