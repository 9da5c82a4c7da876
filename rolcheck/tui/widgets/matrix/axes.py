"""What stands down and what stands across: rows and columns in their order, narrowed by words."""

from collections.abc import Sequence
from dataclasses import dataclass

from rolcheck.base.text import fold_width
from rolcheck.desk.matrix.seen import AreaSeen, IndicatorSeen, MatrixSeen, SubmissionScores
from rolcheck.locale import _, language
from rolcheck.tui.text import Part

CELL = 4  # a mark of two cells and two digits
_BETWEEN_GROUPS = 2
_TOTAL, _WIDEST = 6, 14  # cells of 100.00, of a name


@dataclass(frozen=True, slots=True)
class View:
    """How the matrix is looked at.

    Attributes:
        display: What the cells show: a name of `looks.DISPLAYS`.
        swapped: Whether indicators stand down and submissions across.
        words: What narrows it; empty for nothing.
        order: Keys of rows in the order in which they stand; others come behind.
        by_column: Whether that order is one by values, so that rows are under no headings.
    """

    display: str = "share"
    swapped: bool = False
    words: str = ""
    order: tuple[str, ...] = ()
    by_column: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        key: Id of its submission or indicator; empty for a heading.
        lead: What stands dim before the name: a rank, an id.
        name: In the language in use.
        at: Where its submission or indicator stands in what is seen; of a heading its group's.
        group: Its area or responsible unit; empty for submissions.
    """

    key: str
    lead: str
    name: str
    at: int
    group: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        at: Where its submission or indicator stands in what is seen.
        group: Its area or responsible unit; empty for submissions.
        part: What it has in common with its neighbours below that: the id of the group.
        x: Where it begins, in cells from the first column.
        cells: How wide it is.
    """

    key: str
    name: str
    at: int
    group: str
    part: str
    x: int
    cells: int


def said(one: IndicatorSeen | AreaSeen) -> str:
    """Return a title in the language in use."""
    return (one.title_en if language() == "en" else "") or one.title


def group_of(seen: MatrixSeen, one: IndicatorSeen) -> str:
    """Return what an indicator stands under: its area, in mode self-check its unit."""
    return one.area if seen.is_ranking else one.office


def group_name(seen: MatrixSeen, group: str) -> str:
    """Return what an area or a unit is called, an area with its id before it."""
    if not seen.is_ranking:
        return group or _("no unit named")
    return next((f"{area.id} {said(area)}" for area in seen.areas if area.id == group), group)


def best_swapped(seen: MatrixSeen) -> bool:
    """Tell whether few submissions stand beside many indicators, so that rows are indicators."""
    return 2 * len(seen.submissions) < len(seen.indicators) and len(seen.submissions) <= 8


def rows_of(seen: MatrixSeen, view: View) -> tuple[Row, ...]:
    """Return the rows, headings between them where they stand in groups."""
    submissions, indicators = _narrowed(seen, view.words)
    if not view.swapped:
        found = [
            Row(one.id, str(one.rank or ""), one.name, at)
            for at, one in enumerate(seen.submissions)
            if one.id in submissions
        ]
        return _ordered(found, view.order)
    lines = [
        Row(seen.indicators[at].id, seen.indicators[at].id, said(seen.indicators[at]), at, group)
        for at, group in _grouped(seen)
        if seen.indicators[at].id in indicators
    ]
    return _ordered(lines, view.order) if view.by_column else _with_headings(seen, lines)


def columns_of(seen: MatrixSeen, view: View) -> tuple[Column, ...]:
    """Return the columns, each with its place."""
    submissions, indicators = _narrowed(seen, view.words)
    found: list[Column] = []
    x = 0
    if view.swapped:
        names = [Part(one.name).cells for one in seen.submissions]
        cells = min(max([_TOTAL, *names]) + 2, _WIDEST)
        for at, one in enumerate(seen.submissions):
            if one.id in submissions:
                found.append(Column(one.id, one.name, at, "", "", x, cells))
                x += cells
        return tuple(found)
    for at, group in _grouped(seen):
        shown = seen.indicators[at]
        if shown.id not in indicators:
            continue
        if found and found[-1].group != group:
            x += _BETWEEN_GROUPS
        found.append(Column(shown.id, said(shown), at, group, shown.group, x, CELL))
        x += CELL
    return tuple(found)


def _grouped(seen: MatrixSeen) -> list[tuple[int, str]]:
    """Return the indicators' places and groups: of areas as in the criteria, of units by risk."""
    placed = [(at, group_of(seen, one)) for at, one in enumerate(seen.indicators)]
    if seen.is_ranking:
        return placed
    order = {unit.name: at for at, unit in enumerate(seen.units)}
    return sorted(placed, key=lambda one: (order.get(one[1], len(order)), one[0]))


def _with_headings(seen: MatrixSeen, lines: Sequence[Row]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for line in lines:
        if not rows or rows[-1].group != line.group:
            at = next((at for at, one in enumerate(seen.areas) if one.id == line.group), -1)
            rows.append(Row("", "", group_name(seen, line.group), at, line.group))
        rows.append(line)
    return tuple(rows)


def _ordered(rows: Sequence[Row], order: Sequence[str]) -> tuple[Row, ...]:
    places = {key: at for at, key in enumerate(order)}
    return tuple(sorted(rows, key=lambda row: places.get(row.key, len(places))))


def _narrowed(seen: MatrixSeen, words: str) -> tuple[set[str], set[str]]:
    """Return the submissions and indicators that hold the words.

    Each word narrows whatever it is found in: a name submissions, an id or a title indicators;
    one that is found in neither leaves nothing.
    """
    submissions, indicators = list(seen.submissions), list(seen.indicators)
    for word in fold_width(words).casefold().split():
        named = [one for one in submissions if _holds(one, word)]
        titled = [one for one in indicators if _titled(one, word)]
        if named or not titled:
            submissions = named
        if titled or not named:
            indicators = titled
    return {one.id for one in submissions}, {one.id for one in indicators}


def _holds(one: SubmissionScores, word: str) -> bool:
    return word in fold_width(f"{one.id} {one.name}").casefold()


def _titled(one: IndicatorSeen, word: str) -> bool:
    named = one.id.casefold().startswith(word)
    return named or word in fold_width(f"{one.title} {one.title_en} {one.office}").casefold()
