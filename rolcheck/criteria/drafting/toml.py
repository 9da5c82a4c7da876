"""A draft written as a criteria file: every cell of the table is in it, or in a comment."""

from collections.abc import Iterator, Sequence

from rolcheck.base.numbers import decimal_text
from rolcheck.base.problems import Problem
from rolcheck.criteria.drafting.accounting import unaccounted
from rolcheck.criteria.drafting.codes import Settings, written
from rolcheck.criteria.drafting.draft import (
    Difference,
    Draft,
    DraftArea,
    DraftGroup,
    DraftIndicator,
    Remark,
    cell,
)
from rolcheck.criteria.drafting.points import percent_text
from rolcheck.criteria.drafting.values import inline, value_text
from rolcheck.criteria.model import has_parts

_WEIGHTED = (
    "表中另有权重，已在各处注明，没有用于计分；若按权重汇总，"
    '请改为 rollup = "weighted-mean" 并在各级填写 weight'
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def toml_of(draft: Draft) -> str:
    """Return the criteria file; its comments are in Chinese as the table is."""
    text = "\n".join(_lines(draft)) + "\n"
    unused = [f"未用到的单元格: {_said(one)}" for one in unaccounted(draft.cells, text)]
    return text + "".join(f"{line}\n" for one in unused for line in _comment(one))


def _lines(draft: Draft) -> Iterator[str]:
    yield from _comment(
        f"由 {draft.source} 生成的草稿。每项注明来源单元格；「未能识别」处须人工改写后再用。"
    )
    for remark in draft.above:
        yield from _comment(f"表前: {_said(remark)}")
    for problem in draft.problems:
        yield from _comment(f"未能识别: {cell(problem.where)} {_first(problem.params)}".rstrip())
    for problem in draft.hidden:
        yield from _comment(f"隐藏的内容: {_hidden(problem)}")
    for difference in draft.differences:
        yield from _comment(_difference(difference))
    yield "[criteria]"
    yield from _keys(**_settings(draft))
    yield ""
    if draft.is_weighted:
        yield from _comment(_WEIGHTED)
    yield "[criteria.scoring]"
    yield from _keys(**_scoring(draft))
    for area in draft.areas:
        yield from _area(area)
    if draft.below:
        yield ""
    for remark in draft.below:
        yield from _comment(f"表中其他文字: {_said(remark)}")


def _settings(draft: Draft) -> dict[str, object]:
    keys: dict[str, object] = {"id": draft.id, "title": draft.title}
    keys["source"] = f"由 {draft.source} 导入的草稿"
    if draft.about:
        own = {key: value for key, value in written(draft.about).items() if key != "scoring"}
        keys = own | {"id": draft.id}
    if draft.points:
        keys["points"] = draft.points
    return keys


def _scoring(draft: Draft) -> dict[str, object]:
    if draft.about:
        return dict(written(draft.about.scoring))
    keys: dict[str, object] = {"round-to": {"panel": 2, "total": 2}}
    return keys | ({"bonus-cap": draft.bonus_cap} if draft.bonus_cap else {})


def _area(area: DraftArea) -> Iterator[str]:
    yield ""
    yield "# " + "-" * 70
    yield from _branch("area", area, "表中没有一级指标，暂以此名代替")
    for group in area.groups:
        yield ""
        yield from _branch("group", group, "表中没有二级指标，暂以一级指标代替")
        for one in group.indicators:
            yield ""
            yield from _indicator(one)


def _branch(kind: str, node: DraftArea | DraftGroup, standing_in: str) -> Iterator[str]:
    if node.where is None:
        yield from _comment(standing_in)
    else:
        marker = f"（原编号 {node.marker}）" if node.marker and node.marker != node.id else ""
        stated = "" if node.stated is None else f"，表中 {decimal_text(node.stated)} 分"
        weight = "" if node.weight is None else f"，表中权重 {percent_text(node.weight)}"
        yield from _comment(f"来源: {cell(node.where)}{marker}{stated}{weight}")
    yield f"[[{kind}]]"
    yield from _keys(id=node.id, title=node.title)
    yield from _further(node.settings)


def _indicator(one: DraftIndicator) -> Iterator[str]:
    marker = f"（原编号 {one.marker}）" if one.marker and one.marker != one.id else ""
    yield from _comment(f"来源: {cell(one.where)}{marker}")
    if one.points is None and one.is_base:
        yield from _comment("未能识别: 分值，请在 points 填写")
    if one.state == "unread" and not one.unread:
        yield from _comment("未能识别: 表中没有评分标准")
    for text in one.unread:
        label = "未能识别" if one.state == "unread" else "部分识别，未用到的文字"
        yield from _comment(f"{label}: {text}")
    for text in one.remarks:
        yield from _comment(f"请核对: {text}")
    yield "[[indicator]]"
    yield from _keys(id=one.id, title=one.title)
    yield from _further(one.settings)
    if one.guidance:
        yield from _keys(guidance=one.guidance)
    if one.points is not None and one.is_base:
        yield from _keys(points=one.points)
    if one.weight is not None and one.weight != 1:
        yield from _keys(weight=one.weight)
    yield from _material(one)
    yield "[indicator.rule]"
    for key, value in written(one.rule).items():
        yield from _value(key, value)


def _further(settings: Settings) -> Iterator[str]:
    for key, value in settings:
        yield f"{key} = {inline(value)}"


def _material(one: DraftIndicator) -> Iterator[str]:
    items: list[dict[str, object]] = []
    for index, (title, required) in enumerate(one.evidence):
        name = _LETTERS[index] if index < len(_LETTERS) else f"e{index + 1}"
        items.append({"id": name, "title": title} | ({} if required else {"required": False}))
    if items:
        yield from _value("evidence", items)
    if one.offices:
        yield from _keys(office=one.offices[0])
    if one.offices[1:]:
        yield f"co-offices = {inline(one.offices[1:])}"


def _value(key: str, value: object) -> Iterator[str]:
    """Yield a key; a list of tables with a line for each."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        yield f"{key} = ["
        yield from (f"  {inline(entry)}," for entry in value)
        yield "]"
    else:
        yield f"{key} = {value_text(value)}"


def _keys(**values: object) -> Iterator[str]:
    for key, value in values.items():
        yield f"{key} = {value_text(value)}"


def _comment(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield f"# {line}".rstrip()


def _said(remark: Remark) -> str:
    return f"{cell(remark.where)} {remark.text}"


def _hidden(problem: Problem) -> str:
    """Return in Chinese what is hidden; the keys of the message say which it is."""
    params = problem.params
    if "rows" in params:
        return f"{problem.where.sheet} 第 {params['rows']} 行，已读入"
    if "columns" in params:
        return f"{problem.where.sheet} {params['columns']} 列，已读入"
    return f"工作表 {problem.where.sheet}，未读入"


def _first(params: object) -> str:
    values: Sequence[object] = list(params.values()) if isinstance(params, dict) else []
    return " ".join(map(str, values))


def _difference(found: Difference) -> str:
    of = f"{found.of} " if found.of and has_parts(found.of, found.of.count(".") + 1) else ""
    stated, summed = decimal_text(found.stated), decimal_text(found.summed)
    return f"分值不符: {cell(found.where)} {of}表中 {stated} 分，各行合计 {summed} 分"
