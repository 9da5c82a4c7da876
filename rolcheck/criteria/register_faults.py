"""What is wrong with registers beyond what their model sees."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pydantic import ValidationError

from rolcheck.base.messages import N_
from rolcheck.base.toml import Fault, Table, names_in, tables, validated
from rolcheck.base.toml_faults import repeated, unknown
from rolcheck.base.toml_places import Loc
from rolcheck.criteria.registers import Column, Metric, Register

_COLUMN_KEYS = (
    "numerator-distinct",
    "numerator-sum",
    "denominator-distinct",
    "denominator-sum",
    "mean",
    "last",
)


def registers_faults(data: Table, read: Sequence[Register] | None) -> Iterator[Fault]:
    """Yield what is wrong with the registers and parameters of a file, as far as they hold up.

    Args:
        data: The parsed TOML.
        read: Its registers, None if not all of the file was read.
    """
    for kind in ("register", "parameter"):
        yield from repeated((kind,), "id", names_in(data, kind))
    for index, (loc, table) in enumerate(tables(data, "register")):
        register = _validated(table) if read is None else read[index]
        for fault in _register(register) if register else ():
            yield replace(fault, loc=(*loc, *fault.loc))


def _validated(table: Table) -> Register | None:
    try:
        return validated(Register, table)
    except ValidationError:
        return None


def _register(register: Register) -> Iterator[Fault]:
    yield from repeated(("column",), "name", [column.name for column in register.columns])
    yield from repeated(("check",), "id", [check.id for check in register.checks])
    yield from repeated(("metric",), "id", [metric.id for metric in register.metrics])
    yield from _headings(register.columns)
    names = [column.name for column in register.columns]
    for index, name in enumerate(register.key):
        if name not in names:
            yield unknown(("key", index), N_("no column {name} in this register"), name, names)
    for index, column in enumerate(register.columns):
        yield from _values(("column", index), column)
    for index, metric in enumerate(register.metrics):
        yield from _metric(("metric", index), metric, names)


def _headings(columns: Sequence[Column]) -> Iterator[Fault]:
    names = {column.name for column in columns}
    seen: set[str] = set()
    for index, column in enumerate(columns):
        title = column.title
        if title and (title in seen or title in names - {column.name}):
            yield Fault(
                ("column", index, "title"),
                N_("two columns answer to {name}"),
                N_("expected each heading once"),
                {"name": title},
            )
        seen.add(title or "")


def _values(loc: Loc, column: Column) -> Iterator[Fault]:
    if column.type == "enum" and column.values is None:
        yield Fault((*loc, "values"), N_("{key} is missing"), "", {"key": "values"}, at="table")
    if column.values is None:
        return
    if column.type != "enum":
        yield Fault(
            (*loc, "values"),
            N_("a column of type {type} has no list of values"),
            N_("expected type enum"),
            {"type": column.type},
        )
    for index, value in enumerate(column.values):
        if value in column.values[:index]:
            yield Fault(
                (*loc, "values", index),
                N_("{name} is there twice"),
                N_("expected each once"),
                {"name": value},
            )


def _metric(loc: Loc, metric: Metric, columns: Sequence[str]) -> Iterator[Fault]:
    given = metric.model_dump(by_alias=True, exclude_none=True)
    for key in _COLUMN_KEYS:
        if key in given and given[key] not in columns:
            message = N_("no column {name} in this register")
            yield unknown((*loc, key), message, str(given[key]), columns)
    forms = {
        part: [key for key in given if key.replace("-", "_").partition("_")[0] == part]
        for part in ("numerator", "denominator", "mean", "last")
    }
    yield from _once(loc, forms["numerator"] + forms["mean"] + forms["last"], "numerator")
    needs = bool(forms["numerator"]) or not (forms["mean"] or forms["last"])
    yield from _once(loc, forms["denominator"], "denominator", needed=needs)


def _once(loc: Loc, keys: Sequence[str], name: str, *, needed: bool = True) -> Iterator[Fault]:
    if not keys and needed:
        yield Fault((*loc, name), N_("{key} is missing"), "", {"key": name}, at="table")
    forms = [key for key in keys if not key.endswith("_in_words")]
    for key in forms[1:]:
        yield Fault(
            (*loc, key),
            N_("{key} stands beside {other}"),
            N_("expected one of them"),
            {"key": key, "other": forms[0]},
            at="key",
        )
