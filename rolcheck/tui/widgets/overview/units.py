"""The responsible units: what is missing, at risk and due, for all of them or for one's own."""

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.desk.seen import Overview, UnitItem, UnitRow
from rolcheck.locale import _, language, ngettext
from rolcheck.tui.dates import short_day
from rolcheck.tui.screens.chooser import Chooser, Option
from rolcheck.tui.text import BLANK, Line, Part, aside, fill, gap, stepping_back
from rolcheck.tui.widgets.board import Block
from rolcheck.tui.widgets.overview.parts import (
    FRESH_CELLS,
    fresh_mark,
    head,
    progress_bar,
    sentence,
)
from rolcheck.tui.widgets.rows import RowPlace
from rolcheck.tui.widgets.table import NONE, Column, lay

_BAR_FROM = 66  # widths from which points at risk are painted
_BAR = 12


def units(seen: Overview, fresh: Collection[str], *, spaced: bool) -> Iterator[Block]:
    """Yield every unit with what waits for it, those with most at risk first."""
    if not seen.units:
        return
    risk = sum((one.at_risk for one in seen.units), Fraction())
    yield head(
        lambda: _("responsible units"),
        lambda: _("{points} points at risk").format(points=decimal_text(risk, 2)),
        spaced=spaced,
    )

    def titles(place: RowPlace) -> Sequence[Line]:
        columns = _columns(place.cells - 2)
        parts = [Part(_(column.title) if column.title else "", "dim") for column in columns]
        return [(gap(2), *lay(columns, parts, place.cells - 2))]

    yield Block(titles)
    yield from (_unit(one, fresh) for one in seen.units)


def _columns(width: int) -> list[Column]:
    words = 4 if language() == "zh" else 8
    columns = [
        Column(N_("unit"), 0),
        Column(N_("missing"), words, right=True),
        Column(N_("at risk"), 8, right=True),
    ]
    if width >= _BAR_FROM:
        columns.append(Column("", _BAR))
    return [
        *columns,
        Column(N_("findings"), words, right=True),
        Column(N_("due"), 6, right=True),
        Column("", FRESH_CELLS),
    ]


def _unit(row: UnitRow, fresh: Collection[str]) -> Block:
    key = f"u:{row.name}"

    def draw(place: RowPlace) -> Sequence[Line]:
        parts: list[Part | Line] = [
            Part(row.name or _("no unit named"), bold=place.selected),
            Part(str(row.missing), bold=True) if row.missing else NONE,
            Part(decimal_text(row.at_risk, 2)) if row.at_risk else NONE,
        ]
        if place.cells >= _BAR_FROM:
            share = row.at_risk / row.points if row.points else row.points
            late = share * 2 > 1
            parts.append(progress_bar(share, _BAR, late=late) if 0 < share < 1 else BLANK)
        parts += [
            Part(str(row.findings), "confirm", bold=True) if row.findings else NONE,
            Part(short_day(row.due), "muted") if row.due else NONE,
            fresh_mark(key, fresh),
        ]
        return [lay(_columns(place.cells), parts, place.cells)]

    return Block(draw, key=key)


def own_indicators(seen: Overview, fresh: Collection[str]) -> Iterator[Block]:
    """Yield what the reader's unit answers for: what is missing, what is asked, until when."""
    items = seen.answers_for
    missing = sum(len(one.missing) for one in items)
    asked = sum(len(one.findings) for one in items)
    yield head(
        lambda: seen.unit,
        lambda: "   ".join(
            (
                ngettext("{n} indicator", "{n} indicators", len(items)).format(n=len(items)),
                _("{n} missing").format(n=missing),
                ngettext("{n} finding", "{n} findings", asked).format(n=asked),
            )
        ),
    )
    if not items:
        yield sentence(lambda: (Part(_("no indicator names your unit."), "muted"),))
    elif not missing and not asked:
        yield sentence(lambda: (Part(_("nothing is missing, and nothing is asked."), "muted"),))
    several = len({one.submission for one in items}) > 1
    yield from (_own(one, fresh, several=several) for one in items)


def _own(one: UnitItem, fresh: Collection[str], *, several: bool) -> Block:
    key = f"i:{one.submission}:{one.indicator}"

    def draw(place: RowPlace) -> Sequence[Line]:
        waits = bool(one.missing or one.findings)
        line: Line = (
            *((*fill((Part(one.place, "muted"),), 12), gap(1)) if several else ()),
            *fill((Part(one.indicator, "accent" if place.selected else "dim"),), 8),
            Part(_title(one), bold=place.selected),
        )
        first = aside(line, (*_waits(one), gap(1), *fresh_mark(key, fresh)), place.cells)
        if not waits:
            return [first if place.selected else stepping_back(first)]
        if not one.missing:
            return [first]
        said = _("missing: {items}").format(items=_(", ").join(one.missing))
        return [first, aside((gap(8), Part(said, "muted")), (), place.cells)]

    return Block(draw, key=key)


def _title(one: UnitItem) -> str:
    return one.title_en if language() == "en" and one.title_en else one.title


def _waits(one: UnitItem) -> Line:
    """Return the findings of an item and when they are due."""
    if not one.findings:
        return ()
    tone = "dispute" if one.overdue else "confirm"
    due = _("due {day}").format(day=short_day(one.due)) if one.due else ""
    said = _("overdue") if one.overdue else ""
    return (
        Part(" ".join(one.findings), tone, bold=True),
        gap(2 if due else 0),
        Part(due, tone),
        gap(1 if said else 0),
        Part(said, tone, bold=True),
    )


def chooser_of(unit: str, items: Sequence[UnitItem]) -> Chooser:
    """Return a window that asks which indicator of a unit is wanted: submission and indicator."""
    several = len({one.submission for one in items}) > 1
    options = [
        Option(
            f"{one.submission}:{one.indicator}",
            one.indicator,
            _title(one),
            (
                *_waits(one),
                gap(2),
                Part(_missing(one), "muted"),
                *((gap(2), Part(one.place, "dim")) if several else ()),
            ),
        )
        for one in items
    ]
    return Chooser(unit or N_("no unit named"), options)


def _missing(one: UnitItem) -> str:
    return _("{n} missing").format(n=len(one.missing)) if one.missing else ""
