"""A draft of a criteria set made of the tables in a workbook."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from rolcheck.base.errors import InputError
from rolcheck.base.ids import is_id, suggest
from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.base.problems import Problem
from rolcheck.base.workbook import Sheet, Workbook
from rolcheck.criteria.drafting.codes import decoded_about
from rolcheck.criteria.drafting.draft import (
    Draft,
    DraftArea,
    DraftGroup,
    DraftIndicator,
    Remark,
)
from rolcheck.criteria.drafting.items import indicator_of
from rolcheck.criteria.drafting.layout import find_layout
from rolcheck.criteria.drafting.naming import Names, names_of, shown_title
from rolcheck.criteria.drafting.outline import Branch, Outline, outline
from rolcheck.criteria.drafting.sums import bonus_cap, differences, total_of
from rolcheck.criteria.model import About

_NO_TITLE = re.compile(r"附(?:件|表|录)|单位[:：]|填报|填表|日期|.*年.*月.*日$|第?\d|（|\(")
_HINT = N_("expected a row of headings such as 一级指标, 二级指标, 三级指标, 分值, 评分标准")


def draft_of(workbook: Workbook, *, sheet: str = "", name: str = "") -> Draft:
    """Return the draft that the tables of a workbook make.

    Args:
        workbook: The file.
        sheet: The one sheet that is read; empty for all that are shown and hold a table.
        name: The id of the set; empty for the file's name.

    Raises:
        InputError: There is no such sheet, or no table with known headings, or none with rows.
    """
    sheets = _chosen(workbook, sheet)
    found = {one.name: find_layout(one) for one in sheets}
    layouts = [layout for layout in found.values() if layout]
    if not layouts:
        _no_table(workbook, sheets)
    problems = [
        Problem(N_("no table in this sheet; it is left out"), one.place(), _HINT)
        for one in sheets
        if found[one.name] is None and one.cells
    ]
    above = tuple(remark for layout in layouts for remark in layout.above)
    title = _title(above) or workbook.file.stem
    tree = outline(layouts, title)
    if not any(tree.items):
        last = layouts[-1]
        raise InputError(
            N_("no row stands below the headings"), where=last.sheet.place(last.bottom + 1, 1)
        )
    return _assembled(workbook, name, title, tree, problems, above)


def _assembled(
    workbook: Workbook,
    name: str,
    title: str,
    tree: Outline,
    problems: list[Problem],
    above: tuple[Remark, ...],
) -> Draft:
    names = names_of(tree)
    areas = tuple(
        _area(area, names) for area in tree.areas if any(group.items for group in area.groups)
    )
    problems += [problem for item in tree.items for problem in item.problems]
    problems += [
        Problem(N_("nothing stands under {title}"), branch.where, "", {"title": branch.title})
        for branch in _empty(tree)
        if branch.where
    ]
    about = next((about for one in tree.below if (about := _about(one.text))), None)
    return Draft(
        id=name or (about.id if about else _id_of(workbook)),
        title=title,
        source=workbook.file.name,
        areas=areas,
        points=total_of(one for area in areas for one in area.indicators),
        bonus_cap=bonus_cap(areas),
        differences=tuple(differences(areas, tree, names)),
        problems=tuple(problems),
        above=above,
        about=about,
        below=(
            *(one for one in tree.below if not _about(one.text)),
            *(Remark(total.where, _total_text(total.text, total.points)) for total in tree.totals),
        ),
    )


def _about(text: str) -> About | None:
    """Return the settings that a note holds, behind a word that says so."""
    at = text.find("{")
    return decoded_about(text[at:]) if at >= 0 else None


def _total_text(text: str, points: Fraction) -> str:
    said = " ".join(text.split())
    return said if decimal_text(points) in said else f"{said} {decimal_text(points)}"


def _empty(tree: Outline) -> Iterator[Branch]:
    for area in tree.areas:
        if not area.groups:
            yield area
        yield from (group for group in area.groups if not group.items)


def _chosen(workbook: Workbook, name: str) -> Sequence[Sheet]:
    if not name:
        return [one for one in workbook.sheets if not one.hidden]
    found = [one for one in workbook.sheets if one.name == name]
    if not found:
        known = [one.name for one in workbook.sheets]
        near = suggest(name, known)
        raise InputError(
            N_("no sheet '{name}'"),
            where=workbook.sheets[0].place() if workbook.sheets else None,
            hint=N_("perhaps {near}") if near else N_("the sheets are: {names}"),
            name=name,
            near=near,
            names=", ".join(known),
        )
    return found


def _no_table(workbook: Workbook, sheets: Sequence[Sheet]) -> None:
    first = next((one for one in sheets if one.cells), sheets[0] if sheets else None)
    where = first.place(*min(first.cells)) if first and first.cells else None
    raise InputError(
        N_("no table of indicators was found in {file}"),
        where=where,
        hint=_HINT,
        file=workbook.file.name,
    )


def _title(above: Sequence[Remark]) -> str:
    texts = [" ".join(remark.text.split()) for remark in above]
    named = [text for text in texts if not _NO_TITLE.match(text)]
    return max(named, key=len, default="")


def _id_of(workbook: Workbook) -> str:
    return workbook.file.stem if is_id(workbook.file.stem) else "draft"


def _area(area: Branch, names: Names) -> DraftArea:
    name = names.get(id(area), "")
    groups = tuple(_group(group, names) for group in area.groups if group.items)
    return DraftArea(name, shown_title(area, name), area.where, area.marker, area.stated, groups)


def _group(group: Branch, names: Names) -> DraftGroup:
    name = names[id(group)]
    indicators: tuple[DraftIndicator, ...] = tuple(
        indicator_of(item, names[id(item)]) for item in group.items
    )
    return DraftGroup(
        name, shown_title(group, name), group.where, group.marker, group.stated, indicators
    )
