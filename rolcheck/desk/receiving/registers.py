"""What is wrong with the registers that a submission holds: headings, cells, repeated keys."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from rolcheck.base.errors import InputError, ObservationError
from rolcheck.base.files import inside, read_text
from rolcheck.base.ids import perhaps
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.base.text import clean, fold_width
from rolcheck.criteria.model import Criteria
from rolcheck.criteria.registers import Column, Register
from rolcheck.submission.columns import Cell, read_cell
from rolcheck.submission.loader import SubmissionFolder

CSV = ".csv"


def register_problems(submission: SubmissionFolder, criteria: Criteria) -> Iterator[Problem]:
    """Yield what is wrong with the register files (CSV) that the criteria know."""
    registers = {register.id: register for register in criteria.registers}
    for named in submission.manifest.registers:
        register = registers.get(named.id)
        if register is None or not named.file.casefold().endswith(CSV):
            continue
        try:
            path = inside(submission.folder, named.file)
            if path.is_file():
                yield from table_problems(read_text(path), str(path), register)
        except InputError as error:
            where = error.where or Place(str(submission.file.path))
            yield Problem(error.message, where, error.hint, error.params)


def table_problems(text: str, file: str, register: Register) -> Iterator[Problem]:
    """Yield what is wrong with the text of one register: as ``FILE:LINE``, rows from line 2.

    Columns are bound by heading, a column's name or its title, never by position.
    """
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        heading = [fold_width(clean(cell)) for cell in next(reader, [])]
        bound = _bound(heading, register)
        yield from _heading_problems(heading, bound, file, register)
        rows = _Rows(file, register, bound, len(heading))
        start = reader.line_num + 1
        for row in reader:
            if any(cell.strip() for cell in row):
                yield from rows.problems(row, start)
            start = reader.line_num + 1
    except csv.Error as error:
        where, params = Place(file, reader.line_num), {"reason": str(error)}
        yield Problem(N_("the file is no CSV: {reason}"), where, params=params)


def _bound(heading: Sequence[str], register: Register) -> dict[int, Column]:
    """Return by position the column that each heading names."""
    names = {column.name: column for column in register.columns}
    titles = {fold_width(one.title): one for one in register.columns if one.title}
    found = ((place, names.get(head) or titles.get(head)) for place, head in enumerate(heading))
    return {place: column for place, column in found if column is not None}


def _heading_problems(
    heading: Sequence[str], bound: Mapping[int, Column], file: str, register: Register
) -> Iterator[Problem]:
    where = Place(file, 1)
    known = [column.name for column in register.columns]
    titles = [column.title for column in register.columns if column.title]
    seen: set[str] = set()
    for place, head in enumerate(heading):
        column = bound.get(place)
        if column is None:
            expected, near = perhaps(head, [*known, *titles], N_("expected one of {known}"))
            params = {"name": head, "near": near, "known": ", ".join(known)}
            yield Problem(N_("unknown column '{name}'"), where, expected, params)
        elif column.name in seen:
            yield Problem(N_("column '{name}' is there twice"), where, params={"name": head})
        else:
            seen.add(column.name)
    for column in register.columns:
        if column.name not in seen and _is_required(column, register):
            params = {"name": column.name, "title": column.title or column.name}
            yield Problem(
                N_("no column '{name}'"), where, N_("expected a column {name} or {title}"), params
            )


def _is_required(column: Column, register: Register) -> bool:
    return column.required or column.name in register.key


class _Rows:
    """Goes through the rows of one register and remembers what must not come twice."""

    def __init__(
        self, file: str, register: Register, bound: Mapping[int, Column], width: int
    ) -> None:
        self._file, self._register, self._bound, self._width = file, register, bound, width
        self._keys: dict[tuple[Cell, ...], int] = {}
        self._unique: dict[tuple[str, Cell], int] = {}

    def problems(self, row: Sequence[str], line: int) -> Iterator[Problem]:
        where = Place(self._file, line)
        if any(cell.strip() for cell in row[self._width :]):
            yield Problem(
                N_("{count} cells under {wanted} headings"),
                where,
                params={"count": len(row), "wanted": self._width},
            )
        read: dict[str, Cell] = {}
        for place, column in self._bound.items():
            try:
                cell = read_cell(
                    column.type, row[place] if place < len(row) else "", column.values or ()
                )
            except ObservationError as error:
                params = {**error.params, "column": column.name}
                yield Problem(
                    N_("column {column}: '{value}' is not of type {type}"),
                    where,
                    error.hint,
                    params,
                )
                continue
            if cell is None and _is_required(column, self._register):
                params = {"column": column.name}
                yield Problem(N_("column {column} is empty"), where, N_("expected a value"), params)
            read[column.name] = cell
        yield from self._repeated(read, line)

    def _repeated(self, read: Mapping[str, Cell], line: int) -> Iterator[Problem]:
        where = Place(self._file, line)
        key = tuple(read.get(name) for name in self._register.key)
        if key and None not in key:
            first = self._keys.setdefault(key, line)
            if first != line:
                params = {"key": ", ".join(map(str, key)), "line": first}
                yield Problem(N_("the key {key} stands in line {line} already"), where, "", params)
        for column in self._register.columns:
            value = read.get(column.name)
            if column.unique and value is not None:
                first = self._unique.setdefault((column.name, value), line)
                if first != line:
                    params = {"column": column.name, "value": str(value), "line": first}
                    yield Problem(
                        N_("column {column}: {value} stands in line {line} already"),
                        where,
                        "",
                        params,
                    )
