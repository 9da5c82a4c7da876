"""Read models as plain values that JSON holds, and back: each field as its annotation says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from fractions import Fraction
from types import NoneType, UnionType
from typing import TypeVar, cast, get_args, get_origin

T = TypeVar("T")

_AS_THEY_ARE = (str, bool, int, NoneType)
_WRITTEN: Mapping[object, Callable[[str], object]] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    Fraction: Fraction,
}


def to_plain(value: object) -> object:
    """Return a read model without anything that JSON does not hold.

    Raises:
        TypeError: There is something in it that has no plain form.
    """
    if isinstance(value, _AS_THEY_ARE):
        return value
    if isinstance(value, date):  # a datetime too
        return value.isoformat()
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, tuple):
        return list(map(to_plain, value))
    if is_dataclass(value):
        return {one.name: to_plain(getattr(value, one.name)) for one in fields(value)}
    raise TypeError(f"no plain form: {type(value).__name__}")


def from_plain(kind: type[T], plain: object) -> T:
    """Return the `kind` that `to_plain` made `plain` of.

    Raises:
        KeyError: A field is missing.
        TypeError: A value is not what its annotation says.
        ValueError: A date or a number cannot be read.
    """
    return cast(T, _read(kind, plain))


def _read(kind: object, plain: object) -> object:
    if isinstance(kind, UnionType):
        (wanted,) = (one for one in get_args(kind) if one is not NoneType)
        return None if plain is None else _read(wanted, plain)
    if get_origin(kind) is tuple and isinstance(plain, list):
        return tuple(map(_read, _kinds(get_args(kind), len(plain)), plain))
    if is_dataclass(kind) and isinstance(kind, type) and isinstance(plain, dict):
        return kind(**{one.name: _read(one.type, plain[one.name]) for one in fields(kind)})
    if isinstance(plain, str) and kind in _WRITTEN:
        return _WRITTEN[kind](plain)
    if kind in _AS_THEY_ARE and type(plain) is kind:
        return plain
    raise TypeError(f"{plain!r} is no {kind}")


def _kinds(members: Sequence[object], count: int) -> Sequence[object]:
    """Return the kind of each of so many members of a tuple."""
    if members[-1] is Ellipsis:
        return [members[0]] * count
    if len(members) != count:
        raise TypeError(f"{count} values for {len(members)}")
    return members
