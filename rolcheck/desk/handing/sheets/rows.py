"""The rows of a filled-in sheet, by what is filled in on it."""

import re
from collections.abc import Callable, Iterator

from rolcheck.base.messages import N_
from rolcheck.base.problems import Problem
from rolcheck.base.text import fold_width
from rolcheck.desk.handing.handin import (
    SHORT_HASH,
    Basis,
    Written,
    WrittenFinding,
    evidence_ids,
    item_name,
    ruling_name,
)
from rolcheck.desk.handing.sheets.about import About, names_an_indicator
from rolcheck.desk.handing.sheets.layout import ENTRIES, sheet_names
from rolcheck.desk.handing.sheets.named import Named, faults

_Read = Callable[[Named, int, About], Written | None]


def written_rows(named: Named, about: About) -> Iterator[Written]:
    """Return what was filled in on a sheet, and entries in rows that say no more whose they are."""
    if "declaration" in named.columns:
        return _declarations(named)
    if "ruling" in named.columns:
        return _bound(named, about, "ruling", _ruling)
    if "answer" in named.columns:
        return _bound(named, about, "answer", _answer)
    return _bound(named, about, "value", _item)


def _declarations(named: Named) -> Iterator[Written]:
    for row in range(named.row + 1, named.sheet.last_row + 1):
        key = fold_width(named.text(row, "declaration"))
        if len(key) == SHORT_HASH:
            yield Written(
                where=named.sheet.place(row, named.columns["value"]),
                submission="",
                indicator="",
                value=fold_width(named.text(row, "value")),
                faults=faults(named, row),
                part="declaration",
                key=key,
            )


def _bound(named: Named, about: About, value: str, read: _Read) -> Iterator[Written]:
    begun = False  # above the first item stands the heading
    for row in range(named.row + 1, named.sheet.last_row + 1):
        item = read(named, row, about)
        if item is not None:
            begun = True
            yield item
        elif _loses_entries(named, row, about, value, begun=begun):
            yield _homeless(named, row)
        begun = begun or bool(named.text(row, value))


def _loses_entries(named: Named, row: int, about: About, value: str, *, begun: bool) -> bool:
    """Tell whether something is filled in in a row that does not say what it is for."""
    if fold_width(named.text(row, "submission")) in about.known:
        return any(named.text(row, name) for name in ENTRIES)
    return begun and bool(named.text(row, value))


def _homeless(named: Named, row: int) -> Written:
    filled = next(entry for entry in ENTRIES if named.text(row, entry))
    fault = Problem(
        N_("there is a value in a row without an indicator: '{value}'"),
        named.sheet.place(row, named.columns[filled]),
        N_("expected the row as it was sent, its number in the first column"),
        {"value": named.text(row, filled)},
    )
    name = fold_width(named.text(row, "indicator"))
    return Written(fault.where, "", name, named.text(row, filled), faults=(fault,))


def _item(named: Named, row: int, about: About) -> Written | None:
    """Return a score or a verdict; None where the row names no indicator."""
    name = fold_width(named.text(row, "indicator"))
    if not names_an_indicator(name):
        return None
    indicator, slash, expected = name.partition("/")
    submission = _submission(named, row, about)
    return Written(
        where=named.sheet.place(row, named.columns["value"]),
        submission=submission,
        indicator=indicator,
        value=_value(named, row, "value"),
        remark=named.text(row, "remark").strip(),
        evidence=evidence_ids(named.text(row, "evidence")),
        bases=_bases(about, submission, item_name(indicator, expected)),
        faults=faults(named, row),
        part="verdict" if slash else "score",
        key=expected,
        finding=WrittenFinding(
            *(named.text(row, name).strip() for name in ("code", "asked", "due"))
        ),
    )


def _ruling(named: Named, row: int, about: About) -> Written | None:
    """Return a ruling; None where the row names no indicator."""
    indicator = fold_width(named.text(row, "indicator"))
    if not names_an_indicator(indicator):
        return None
    submission = fold_width(named.text(row, "submission"))
    return Written(
        where=named.sheet.place(row, named.columns["ruling"]),
        submission=submission,
        indicator=indicator,
        value=_value(named, row, "ruling"),
        remark=named.text(row, "reason").strip(),
        bases=_bases(about, submission, ruling_name(indicator)),
        faults=faults(named, row),
        part="ruling",
    )


def _answer(named: Named, row: int, about: About) -> Written | None:
    """Return an answer to a finding; None where the row names none."""
    name = fold_width(named.text(row, "finding")).upper()
    if not re.fullmatch(r"F[0-9]+", name):
        return None
    return Written(
        where=named.sheet.place(row, named.columns["answer"]),
        submission="",
        indicator="",
        value=named.text(row, "answer").strip(),
        evidence=evidence_ids(named.text(row, "evidence")),
        bases=_bases(about, fold_width(named.text(row, "submission")), name),
        faults=faults(named, row),
        part="answer",
        key=name,
        nature=fold_width(named.text(row, "nature")),
    )


def _submission(named: Named, row: int, about: About) -> str:
    """Return whose row it is: what it says itself, else what its sheet is called."""
    by_name = {name: submission for submission, name in sheet_names(about.submissions).items()}
    said = fold_width(named.text(row, "submission"))
    return said or by_name.get(named.sheet.name, named.sheet.name)


def _value(named: Named, row: int, column: str) -> str:
    return fold_width(named.text(row, column)).removeprefix("'")


def _bases(about: About, submission: str, name: str) -> tuple[Basis, ...]:
    basis = about.items.get((submission, name))
    return (basis,) if basis else ()
