"""Cells of registers: what a text in a column of a type means, in one normal form.

| type     | understood                                                          | read as      |
|----------|---------------------------------------------------------------------|--------------|
| string   | any text                                                            | the text     |
| integer  | ``12``, ``-3``, ``1,200``                                           | ``12``       |
| decimal  | ``0.95``, ``1,200.5``                                               | ``0.95``     |
| boolean  | 是/否, 有/无, yes/no, true/false, 1/0, √/×                          | True, False  |
| date     | 2023-03-01, 2023/3/1, 2023.3.1, 2023年3月1日, Excel's serial number | 2023-03-01   |
| datetime | a date, then maybe a time: 2023-03-01 9:05, 2023年3月1日 9时5分     | …T09:05:00   |
| month    | 2023-06, 2023/6, 2023.6, 2023年6月                                  | 2023-06      |
| quarter  | 2023Q2, 2023-Q2, 2023年第二季度, 2023年2季度                        | 2023Q2       |
| enum     | one of the column's values                                          | the value    |

Full-width forms are folded first; an empty cell is None.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from rolcheck.base.errors import ObservationError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean, fold_width

Cell = str | int | Decimal | bool | None
"""A cell as read: dates, months and quarters as their normal text."""

YES = frozenset({"是", "有", "yes", "y", "true", "1", "√", "✓", "✔"})
NO = frozenset({"否", "无", "no", "n", "false", "0", "×", "✗", "✘", "x"})

_DATE = re.compile(r"([0-9]{4})(?:-|/|\.|年)([0-9]{1,2})(?:-|/|\.|月)([0-9]{1,2})日?")
_TIME = re.compile(r"([0-9]{1,2})(?::|时|点)(?:([0-9]{1,2})(?::|分)?)?(?:([0-9]{1,2})秒?)?")
_SERIAL = re.compile(r"([0-9]{1,7})(\.[0-9]+)?")
_MONTH = re.compile(r"([0-9]{4})(?:-|/|\.|年)([0-9]{1,2})月?(?:份)?")
_QUARTER = re.compile(r"([0-9]{4})(?:[-年]?[Qq]|年?第?)([1-4一二三四])(?:季度)?")
_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?")
_EXCEL_EPOCH = date(1899, 12, 30)
_LAST_SERIAL = 2958465
"""9999-12-31; serial numbers up to 60 are left out, since Excel's 1900 has a day too many."""

EXPECTED: Mapping[str, str] = {
    "string": N_("expected text"),
    "integer": N_("expected a whole number"),
    "decimal": N_("expected a number"),
    "boolean": N_("expected 是/否, 有/无, yes/no, true/false, 1/0 or √/×"),
    "date": N_("expected a date as in 2023-03-01, 2023/3/1, 2023.3.1 or 2023年3月1日"),
    "datetime": N_("expected a date and a time as in 2023-03-01 09:05"),
    "month": N_("expected a month as in 2023-06 or 2023年6月"),
    "quarter": N_("expected a quarter as in 2023Q2 or 2023年第二季度"),
    "enum": N_("expected one of {values}"),
}
"""Message ids: what a column of each type takes."""


def read_cell(kind: str, text: str, values: Sequence[str] = ()) -> Cell:
    """Return what a cell of a column of type `kind` says; None if it is empty.

    Args:
        kind: One of `EXPECTED`.
        text: The cell as it stands in the file.
        values: Of an enum, the values it takes.

    Raises:
        ObservationError: The text is not one that the type takes.

    Example:
        >>> read_cell("date", "２０２３年3月1日"), read_cell("boolean", "√")
        ('2023-03-01', True)
    """
    folded = fold_width(clean(text))
    if not folded:
        return None
    if kind == "string":
        return clean(text).strip()
    found = _enum(folded, values) if kind == "enum" else _READERS[kind](folded)
    if found is None:
        raise ObservationError(
            N_("'{value}' is not a value for a column of type {type}"),
            hint=EXPECTED[kind],
            value=folded,
            type=kind,
            values=", ".join(values),
        )
    return found


def _enum(text: str, values: Sequence[str]) -> str | None:
    return next((value for value in values if fold_width(value) == text), None)


def _integer(text: str) -> int | None:
    match = _NUMBER.fullmatch(text)
    if match is None or len(text) > 18 or (match[1] or ".").strip(".0"):
        return None
    return int(text.partition(".")[0].replace(",", ""))


def _decimal(text: str) -> Decimal | None:
    if not _NUMBER.fullmatch(text) or len(text) > 30:
        return None
    return Decimal(text.replace(",", ""))


def _boolean(text: str) -> bool | None:
    word = text.casefold()
    return True if word in YES else False if word in NO else None


def _date(text: str) -> str | None:
    serial = _serial(text)
    if serial is not None:
        return serial.date().isoformat()
    match = _DATE.fullmatch(text)
    found = _day(match[1], match[2], match[3]) if match else None
    return found.isoformat() if found else None


def _datetime(text: str) -> str | None:
    serial = _serial(text)
    if serial is not None:
        return serial.isoformat()
    match = _DATE.match(text)
    day = _day(match[1], match[2], match[3]) if match else None
    if match is None or day is None:
        return None
    rest = text[match.end() :].lstrip(" T")
    if not rest:
        return datetime(day.year, day.month, day.day).isoformat()
    time = _TIME.fullmatch(rest)
    if time is None:
        return None
    hour, minute, second = (int(part or 0) for part in time.groups())
    if hour > 23 or minute > 59 or second > 59:
        return None
    return datetime(day.year, day.month, day.day, hour, minute, second).isoformat()


def _serial(text: str) -> datetime | None:
    match = _SERIAL.fullmatch(text)
    if match is None or not 60 < int(match[1]) <= _LAST_SERIAL:
        return None
    day = _EXCEL_EPOCH + timedelta(days=int(match[1]))
    seconds = int(Decimal(f"0{match[2] or ''}") * 86400 + Decimal("0.5"))
    return datetime(day.year, day.month, day.day) + timedelta(seconds=min(seconds, 86399))


def _month(text: str) -> str | None:
    match = _MONTH.fullmatch(text)
    if match is None or not 1 <= int(match[2]) <= 12 or int(match[1]) < 1:
        return None
    return f"{match[1]}-{int(match[2]):02}"


def _quarter(text: str) -> str | None:
    match = _QUARTER.fullmatch(text)
    if match is None or int(match[1]) < 1:
        return None
    number = "一二三四".find(match[2]) + 1 or int(match[2])
    return f"{match[1]}Q{number}"


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


_READERS: Mapping[str, Callable[[str], Cell]] = {
    "integer": _integer,
    "decimal": _decimal,
    "boolean": _boolean,
    "date": _date,
    "datetime": _datetime,
    "month": _month,
    "quarter": _quarter,
}
