"""CSV files in: bound by heading, every bad line named, all or nothing."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rolcheck.base.errors import (
    InputError,
    ProblemsError,
    RefusedError,
    RefusedRowsError,
    RolcheckError,
)
from rolcheck.base.ids import perhaps
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.base.text import clean, fold_width
from rolcheck.events.types import Draft

LARGEST_CELL = 4_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a CSV file.

    Attributes:
        where: Where it begins.
        cells: By column, trimmed and cleaned.
        fault: Why the cells could not be read; then there are none.
    """

    where: Place
    cells: Mapping[str, str]
    fault: InputError | None = None


def read_lines(
    text: str, file: str, *, required: Sequence[str], optional: Sequence[str] = ()
) -> list[Line]:
    """Return the rows of a CSV text; empty ones are left out.

    Raises:
        ProblemsError: A column is missing, unknown or there twice.
        InputError: The text is no CSV.
    """
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(io.StringIO(text), strict=True)
    lines: list[Line] = []
    problems: list[Problem] = []
    try:
        heading = [cell.strip() for cell in next(reader, [])]
        problems += _heading(heading, file, required, optional)
        if problems:
            raise ProblemsError(problems)
        start = reader.line_num + 1
        for row in reader:
            where, start = Place(file, start), reader.line_num + 1
            if len(row) > len(heading):
                lines.append(Line(where, {}, _too_many(len(row), len(heading))))
            elif any(cell.strip() for cell in row):
                cells = dict.fromkeys((*required, *optional), "")
                cells |= {
                    name: clean(cell).strip() for name, cell in zip(heading, row, strict=False)
                }
                lines.append(Line(where, cells))
    except csv.Error as error:
        raise InputError(
            N_("the file is no CSV: {reason}"),
            where=Place(file, reader.line_num),
            reason=str(error),
        ) from error
    return lines


def whole_number(text: str) -> int:
    """Return the number of a round as people write it.

    Raises:
        InputError: It is none.
    """
    folded = fold_width(text)
    if not folded.isascii() or not folded.isdigit() or len(folded) > 9:
        raise InputError(
            N_("'{text}' is no round's number"), hint=N_("expected 1, 2, 3 ..."), text=text
        )
    return int(folded)


def _too_many(count: int, wanted: int) -> InputError:
    return InputError(N_("{count} cells under {wanted} headings"), count=count, wanted=wanted)


def _heading(
    heading: Sequence[str], file: str, required: Sequence[str], optional: Sequence[str]
) -> Iterable[Problem]:
    known = (*required, *optional)
    where = Place(file, 1)
    for name in required:
        if name not in heading:
            yield Problem(N_("no column '{name}'"), where, params={"name": name})
    for index, name in enumerate(heading):
        if name not in known:
            expected, near = perhaps(name, known, N_("one of {known}"))
            params = {"name": name, "near": near, "known": ", ".join(known)}
            yield Problem(N_("unknown column '{name}'"), where, expected, params)
        elif name in heading[:index]:
            yield Problem(N_("column '{name}' is there twice"), where, params={"name": name})


def rows_or_problems(
    lines: Iterable[Line], drafts_of: Callable[[Line], Sequence[Draft]]
) -> list[Draft]:
    """Return what all lines make; one bad line and nothing is made.

    Raises:
        ProblemsError: Some lines are bad; every one that is bad or refused is named.
        RefusedRowsError: None is bad, some are refused; every one of these is named.
    """
    drafts: list[Draft] = []
    problems: list[Problem] = []
    only_refused = True
    for line in lines:
        try:
            if line.fault:
                raise line.fault
            drafts += drafts_of(line)
        except RolcheckError as error:
            problems.append(Problem(error.message, line.where, error.hint, error.params))
            only_refused = only_refused and isinstance(error, RefusedError)
    if problems:
        raise RefusedRowsError(problems) if only_refused else ProblemsError(problems)
    return drafts
