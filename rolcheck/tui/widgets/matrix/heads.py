"""The three lines above the matrix: areas, groups and indicators, or submissions."""

from collections.abc import Sequence
from itertools import groupby

from rolcheck.locale import _
from rolcheck.tui.text import Line, Part, cut_line, fill, gap, to_right
from rolcheck.tui.widgets.matrix.axes import Column, group_name
from rolcheck.tui.widgets.matrix.sheet import SIDE_TITLES, Sheet

HEIGHT = 3


def heads(sheet: Sheet, columns: Sequence[Column], chosen: str) -> list[Line]:
    """Return the lines over the columns that are seen, each as wide as these.

    Args:
        sheet: What is drawn.
        columns: Those that are seen.
        chosen: Key of the one under the cursor.
    """
    if sheet.view.swapped:
        return _submissions(sheet, columns, chosen)
    named = {one.group: group_name(sheet.seen, one.group) for one in columns}
    over = [(list(run), named[group]) for group, run in groupby(columns, lambda one: one.group)]
    return [
        _runs([(run, _title(name, _room(run))) for run, name in over]),
        _runs([(run, _part(run, chosen)) for run in _parts(columns)]),
        _runs([([one], _last(one, chosen)) for one in columns]),
    ]


def corner(sheet: Sheet, columns: Sequence[Column]) -> list[Line]:
    """Return the lines above the names: what they are, and which columns are seen."""
    if not columns:
        return [(), (Part(sheet.corner(), "dim"),), ()]
    first = sheet.columns.index(columns[0]) + 1
    seen = f"{first}-{first + len(columns) - 1}/{len(sheet.columns)}"
    whole = len(columns) == len(sheet.columns)
    return [(), (Part(sheet.corner(), "dim"),), () if whole else (Part(seen, "dim"),)]


def side(sheet: Sheet) -> list[Line]:
    """Return the lines above what stands at the right."""
    if sheet.view.swapped:
        return [(), (Part(_("out of"), "dim"),), ()]
    return [(Part(_(SIDE_TITLES[sheet.view.display]), "dim"),), (), ()]


def _submissions(sheet: Sheet, columns: Sequence[Column], chosen: str) -> list[Line]:
    ranks: list[Part] = []
    names: list[Part] = []
    totals: list[Part] = []
    for one in columns:
        shown = sheet.seen.submissions[one.at]
        ranks += _fitted(Part(str(shown.rank or ""), "dim"), one.cells)
        names += _fitted(_reversed(one.name, one.key == chosen), one.cells)
        totals += _fitted(sheet.whole(shown), one.cells)
    return [tuple(ranks), tuple(names), tuple(totals)]


def _fitted(part: Part, cells: int) -> Line:
    return (*to_right((part,), cells - 2), gap(2))


def _reversed(text: str, chosen: bool) -> Part:
    return Part(text, "on-accent", bold=True, ground="accent") if chosen else Part(text, "muted")


def _parts(columns: Sequence[Column]) -> list[list[Column]]:
    return [list(run) for _key, run in groupby(columns, lambda one: (one.group, one.part))]


def _room(run: Sequence[Column]) -> int:
    return run[-1].x + run[-1].cells - run[0].x


def _title(name: str, room: int) -> Line:
    """Return a group's name as far as it fits, and nothing that cannot be read."""
    line = (gap(1), Part(name, bold=True))
    return line if Part(name).cells < room else cut_line(line, room)


def _part(run: Sequence[Column], chosen: str) -> Line:
    """Return the id of a group over its first column; its own part alone where room is short."""
    strong = any(one.key == chosen for one in run)
    whole = run[0].part
    text = whole if len(whole) < run[0].cells or len(run) > 1 else _own(whole)
    part = Part(text, "accent" if strong else "dim", bold=strong)
    return (*to_right((part,), max(run[0].cells, part.cells)),)


def _last(one: Column, chosen: str) -> Line:
    if one.key == chosen:
        text = " " * max(one.cells - len(_own(one.key)), 0) + _own(one.key)
        return (Part(text, "on-accent", bold=True, ground="accent"),)
    return to_right((Part(_own(one.key), "muted"),), one.cells)


def _own(id: str) -> str:
    return "." + id.rpartition(".")[2]


def _runs(runs: Sequence[tuple[Sequence[Column], Line]]) -> Line:
    """Return what stands over each run of columns, at its place."""
    line: list[Part] = []
    start = runs[0][0][0].x if runs else 0
    at = start
    for run, shown in runs:
        line.append(gap(run[0].x - at))
        line.extend(fill(shown, _room(run)))
        at = run[-1].x + run[-1].cells
    return tuple(line)
