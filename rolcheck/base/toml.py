"""TOML files read into models, every problem of a file named at once, each with its place."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Generic, Literal, TypeVar

import tomli
from pydantic import BaseModel, ValidationError

from rolcheck.base.canon import canonical, sha256_hex
from rolcheck.base.errors import InputError, ProblemsError
from rolcheck.base.files import read_text
from rolcheck.base.messages import N_
from rolcheck.base.models import FROM_FILE
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.base.text import clean
from rolcheck.base.toml_places import Loc, find_places, line_and_column

M = TypeVar("M", bound=BaseModel)
Table = Mapping[str, object]
DEEPEST = 64  # far above what any file needs, far below what recursion stands


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in parsed TOML.

    Attributes:
        loc: Keys and indexes from the top of the file, as the file writes them.
        message: English message id saying what is wrong, with ``{placeholders}``.
        expected: English message id saying what is expected; may be empty.
        params: What the placeholders of both stand for, as plain values.
        at: Which place is shown: that of the value, of its key, or of the table's header.
    """

    loc: Loc
    message: str
    expected: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    at: Literal["value", "key", "table"] = "value"


@dataclass(frozen=True, slots=True)
class TomlFile(Generic[M]):
    """A file that was read.

    Attributes:
        model: What stands in it.
        path: The file, as it was named.
        content: Canonical JSON of the parsed TOML: comments, order and layout do not change it.
    """

    model: M
    path: Path
    content: str

    @property
    def sha256(self) -> str:
        """The SHA-256 of the content."""
        return sha256_hex(self.content)


def read_model(
    path: Path,
    model: type[M],
    faults: Callable[[M], Iterable[Fault]] | None = None,
    *,
    raw_faults: Callable[[Table, M | None], Iterable[Fault]] | None = None,
) -> TomlFile[M]:
    """Read a file into `model`.

    Args:
        path: The file.
        model: What it is read into.
        faults: Finds what shows only across the file; asked when the model accepts it.
        raw_faults: The same, asked also when the model does not: it is told the parsed TOML, and
            what was read, None if nothing was.

    Raises:
        ProblemsError: The file has faults; it names them all.
        InputError: There is no such file, or it is not UTF-8 text.
    """
    text = read_text(path)
    data = parse_toml(path, text)
    found: list[Fault] = []
    read: M | None = None
    try:
        read = validated(model, data)
    except ValidationError as error:
        from rolcheck.base.toml_wording import faults_of  # only where there is something to say

        found += faults_of(error, model, data)
    if faults and read:
        found += faults(read)
    if raw_faults:
        found += raw_faults(data, read)
    if read and not found:
        return TomlFile(read, path, canonical(plain(data)))
    raise ProblemsError(_problems(path, text, found))


def parse_toml(path: Path, text: str) -> dict[str, object]:
    """Parse `text`, read from `path`; decimals stay exact.

    Raises:
        ProblemsError: It is not TOML.
    """
    try:
        data = tomli.loads(text, parse_float=Decimal)
        if _is_deep(data):
            raise RecursionError(f"nested more than {DEEPEST} levels")
        return data
    except tomli.TOMLDecodeError as error:
        line, column = line_and_column(text, error.pos)
        message, reason = N_("this is not TOML: {reason}"), error.msg
    except (ValueError, ArithmeticError, RecursionError) as error:
        line, column = 1, 1
        message, reason = N_("this TOML cannot be read: {reason}"), str(error)
    raise ProblemsError([Problem(message, Place(str(path), line, column), "", {"reason": reason})])


def problems_of(file: TomlFile[M], faults: Iterable[Fault]) -> tuple[Problem, ...]:
    """Return `faults` of a file that was read before, each with its place now."""
    found = tuple(faults)
    return _problems(file.path, read_text(file.path), found) if found else ()


def plain(value: object) -> object:
    """Return parsed TOML as what JSON can hold: decimals and dates become text, text is clean."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, Decimal):
        return _decimal(value)
    return value.isoformat() if isinstance(value, date | time) else value  # a datetime is a date


def validated(model: type[M], data: object) -> M:
    """Return parsed TOML as `model`, by the keys of files, nothing converted.

    Raises:
        ValidationError: The model does not accept it.
    """
    return model.model_validate(_tuples(data), by_alias=True, by_name=False, context=FROM_FILE)


def tables(data: Table, key: str) -> Iterator[tuple[Loc, Table]]:
    """Yield the tables of an array of tables, each with its place; anything else is passed over."""
    listed = data.get(key)
    for index, table in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(table, dict):
            yield (key, index), table


def names_in(data: Table, key: str, name: str = "id") -> list[str | None]:
    """Return the names of the tables in a list, None for those that have none to read."""
    listed = data.get(key)
    found = [
        table.get(name) if isinstance(table, dict) else None
        for table in (listed if isinstance(listed, list) else ())
    ]
    return [one if isinstance(one, str) else None for one in found]


def _is_deep(data: object) -> bool:
    level = [data]
    for _ in range(DEEPEST):
        nested = [one for one in level if isinstance(one, dict | list)]
        level = [
            inner for one in nested for inner in (one.values() if isinstance(one, dict) else one)
        ]
    return bool(level)


def _decimal(value: Decimal) -> str:
    shortest = value.normalize() if value else Decimal(0)
    return format(shortest, "f") if value.is_finite() and abs(value.adjusted()) < 30 else str(value)


def _problems(path: Path, text: str, faults: Iterable[Fault]) -> tuple[Problem, ...]:
    try:
        places = find_places(text)
    except (LookupError, ValueError) as error:  # the file changed while it was being read
        raise InputError(N_("the file changed meanwhile"), where=Place(str(path))) from error
    found: dict[tuple[str, Place], Problem] = {}
    for fault in faults:
        where = Place(str(path), *places.place(fault.loc, fault.at))
        problem = Problem(fault.message, where, fault.expected, fault.params)
        found.setdefault((str(problem), where), problem)
    return tuple(sorted(found.values(), key=lambda problem: problem.where.order))


def _tuples(value: object) -> object:
    """Return parsed TOML with tuples for lists, as strict models want it."""
    if isinstance(value, dict):
        return {key: _tuples(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return tuple(map(_tuples, value))
    return value
