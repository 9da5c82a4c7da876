"""Tables as HTML: captions, headings that say what they head, shares in their shades."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rolcheck.base.colours import heat_class
from rolcheck.base.text import cell_width
from rolcheck.base.wrapping import one_line
from rolcheck.reports.blocks import Column, Table
from rolcheck.reports.words import NONE
from rolcheck.reports.writers.fitting import least, natural, taken
from rolcheck.reports.writers.markup import Markup, element, joined

PORTRAIT = 106
"""Cells that a printed line holds; a table that needs more is printed across the page."""
NARROW = 72
"""Cells that a narrow window holds; a table that needs more is scrolled there, also by keys."""
SHORT = 18
"""Cells up to which a column is never wrapped."""
SHORT_TITLE = 10


def is_wide(table: Table) -> bool:
    """Tell whether a table needs more than the width of an upright page."""
    return taken(least(table.columns, table.rows)) > PORTRAIT


def grid(table: Table, caption: str, name: str) -> Markup:
    """Return a table with the notes below it.

    Args:
        table: What is drawn.
        caption: What it is called.
        name: Makes the ids in it the page's only ones.
    """
    widths = natural(table.columns, table.rows)
    short = [
        column.kind == "number" or size <= SHORT
        for column, size in zip(table.columns, widths, strict=True)
    ]
    rows = [_row(table, number, short) for number in range(len(table.rows))]
    drawn = element(
        "table",
        Markup("\n"),
        joined(
            element("caption", caption, id=name),
            _head(table.columns),
            element("tbody", Markup("\n"), joined(*rows, Markup(""), between="\n")),
            between="\n",
        ),
        Markup("\n"),
        class_="sortable" if len(rows) > 1 else None,
    )
    scrolls = taken(least(table.columns, table.rows)) > NARROW
    scrolled = element(
        "div",
        drawn,
        class_="scroll",
        role="region" if scrolls else None,
        aria_labelledby=name if scrolls else None,
        tabindex=0 if scrolls else None,
    )
    notes = (element("p", note, class_="note") for note in table.notes)
    return joined(scrolled, *notes, between="\n")


def _head(columns: Sequence[Column]) -> Markup:
    """Return the headings: in two rows where some columns share one."""
    if not any(column.over for column in columns):
        cells = [_title(at, column) for at, column in enumerate(columns)]
        return element("thead", element("tr", *cells))
    return element(
        "thead", element("tr", *_over(columns)), Markup("\n"), element("tr", *_under(columns))
    )


def _over(columns: Sequence[Column]) -> Iterator[Markup]:
    for over, found in groupby(enumerate(columns), key=lambda one: one[1].over):
        group = list(found)
        if over:
            yield element("th", over, colspan=len(group), scope="colgroup")
        else:
            for at, column in group:
                yield _title(at, column, rows=2)


def _under(columns: Sequence[Column]) -> Iterator[Markup]:
    return (_title(at, column) for at, column in enumerate(columns) if column.over)


def _title(at: int, column: Column, rows: int | None = None) -> Markup:
    return element(
        "th",
        column.title,
        class_=_classes(column, is_short=cell_width(column.title) <= SHORT_TITLE),
        scope="col",
        rowspan=rows,
        data_column=at,
    )


def _row(table: Table, number: int, short: Sequence[bool]) -> Markup:
    heads = max(table.keys - 1, 0)  # the last of the keys is the name
    return element(
        "tr",
        *(
            _cell(table, number, at, is_short=short[at], is_head=at == heads)
            for at in range(len(table.columns))
        ),
    )


def _cell(table: Table, number: int, at: int, *, is_short: bool, is_head: bool) -> Markup:
    said = table.rows[number][at]
    share = table.shares[number][at] if table.shares else None
    marks = [] if share is None else ["heat", f"heat-{heat_class(share)}"]
    if one_line(said) == NONE:
        marks.append("none")
    return element(
        "th" if is_head else "td",
        said,
        class_=_classes(table.columns[at], *marks, is_short=is_short),
        scope="row" if is_head else None,
    )


def _classes(column: Column, *marks: str, is_short: bool) -> str | None:
    kind = ["number"] if column.kind == "number" else []
    return " ".join([*kind, *(["short"] if is_short else []), *marks]) or None
