"""A draft of a criteria set made of the tables in a workbook."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from rolcheck.base.errors import InputError
from rolcheck.base.ids import is_id, perhaps
from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.base.problems import Problem
from rolcheck.base.workbook import Sheet, Workbook
from rolcheck.criteria.drafting.captions import title_in
from rolcheck.criteria.drafting.codes import Settings, decoded_about, is_code, settings_in
from rolcheck.criteria.drafting.draft import Draft, DraftArea, DraftGroup, Remark
from rolcheck.criteria.drafting.gathered import shares_only
from rolcheck.criteria.drafting.headings import role_of
from rolcheck.criteria.drafting.hidden import hidden_in, hidden_sheets
from rolcheck.criteria.drafting.items import indicator_of
from rolcheck.criteria.drafting.layout import Layout, find_layouts, heading_texts
from rolcheck.criteria.drafting.naming import Names, names_of, shown_title
from rolcheck.criteria.drafting.outline import Branch, Outline, outline
from rolcheck.criteria.drafting.sums import bonus_cap, differences, total_of
from rolcheck.criteria.drafting.words import squeezed
from rolcheck.criteria.model import About

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
    found = {one.name: find_layouts(one) for one in sheets}
    layouts = [layout for tables in found.values() for layout in tables]
    if not layouts:
        _no_table(workbook, sheets)
    problems = [
        Problem(N_("no table in this sheet; it is left out"), one.place(), _HINT)
        for one in sheets
        if not found[one.name] and one.cells
    ]
    above = tuple(remark for layout in layouts for remark in layout.above)
    title = title_in(one.text for one in above) or workbook.file.stem
    tree = outline(layouts, title)
    if not any(tree.items):
        last = layouts[-1]
        raise InputError(
            N_("no row stands below the headings"), where=last.sheet.place(last.bottom + 1, 1)
        )
    problems += [*_assumed(layouts), *_without_rows(tree)]
    unread = () if sheet else tuple(one for one in workbook.sheets if one.hidden)
    made = _assembled(name or "", workbook, title, tree)
    return replace(
        made,
        problems=(*problems, *made.problems),
        above=above,
        hidden=(*hidden_sheets(unread), *(one for read in sheets for one in hidden_in(read))),
        cells=tuple(one for layout in layouts for one in _cells(layout)),
    )


def _assembled(name: str, workbook: Workbook, title: str, tree: Outline) -> Draft:
    names = names_of(tree)
    shares_only(tree.items)
    branches = settings_in(one.text for one in tree.below)
    areas = tuple(_area(area, names, branches) for area in tree.areas)
    about = next((about for one in tree.below if (about := _about(one.text))), None)
    totals = (Remark(total.where, _total_text(total.text, total.points)) for total in tree.totals)
    return Draft(
        id=name or (about.id if about else _id_of(workbook)),
        title=title,
        source=workbook.file.name,
        areas=areas,
        points=total_of(one for area in areas for one in area.indicators),
        bonus_cap=bonus_cap(areas),
        differences=tuple(differences(areas, tree, names)),
        problems=tuple(problem for item in tree.items for problem in item.problems),
        above=(),
        about=about,
        below=(*(one for one in tree.below if not is_code(one.text)), *totals),
    )


def _assumed(layouts: Sequence[Layout]) -> Iterator[Problem]:
    """Yield what the headings did not say, and what was taken instead."""
    for layout in layouts:
        for column in layout.with_role("points"):
            if role_of(column.heading) == "own":
                yield Problem(
                    N_("no column is called points; those under {heading} are taken"),
                    layout.sheet.place(layout.bottom, column.index),
                    N_("make sure that they are the full points, not what somebody got"),
                    {"heading": " ".join(column.heading.split())},
                )


def _without_rows(tree: Outline) -> Iterator[Problem]:
    """Take the areas and groups without indicators out of a tree, and yield that they are."""
    for branch in tree.without_empty():
        if branch.where:
            message = N_("nothing stands under {title}")
            yield Problem(message, branch.where, "", {"title": branch.title})


def _cells(layout: Layout) -> Iterator[Remark]:
    """Yield what stands in a table, its headings left out also where they are repeated."""
    headings = heading_texts(layout)
    for (row, column), one in sorted(layout.sheet.cells.items()):
        if layout.bottom < row <= layout.last and squeezed(one.text) not in headings:
            yield Remark(layout.sheet.place(row, column), one.text)


def _about(text: str) -> About | None:
    """Return the settings that a note holds, behind a word that says so."""
    at = text.find("{")
    return decoded_about(text[at:]) if at >= 0 else None


def _total_text(text: str, points: Fraction) -> str:
    said = " ".join(text.split())
    return said if decimal_text(points) in said else f"{said} {decimal_text(points)}"


def _chosen(workbook: Workbook, name: str) -> Sequence[Sheet]:
    if not name:
        return [one for one in workbook.sheets if not one.hidden]
    found = [one for one in workbook.sheets if one.name == name]
    if not found:
        known = [one.name for one in workbook.sheets]
        hint, near = perhaps(name, known, N_("the sheets are: {names}"))
        raise InputError(
            N_("no sheet '{name}'"),
            where=workbook.sheets[0].place() if workbook.sheets else None,
            hint=hint,
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


def _id_of(workbook: Workbook) -> str:
    return workbook.file.stem if is_id(workbook.file.stem) else "draft"


def _area(area: Branch, names: Names, settings: Mapping[str, Settings]) -> DraftArea:
    name = names[id(area)]
    return DraftArea(
        name,
        shown_title(area, name),
        area.where,
        area.marker,
        area.stated,
        tuple(_group(group, names, settings) for group in area.groups),
        area.weight,
        settings.get(name, ()),
    )


def _group(group: Branch, names: Names, settings: Mapping[str, Settings]) -> DraftGroup:
    name = names[id(group)]
    return DraftGroup(
        name,
        shown_title(group, name),
        group.where,
        group.marker,
        group.stated,
        tuple(indicator_of(item, names[id(item)]) for item in group.items),
        group.weight,
        settings.get(name, ()),
    )
