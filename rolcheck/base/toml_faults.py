"""Faults that files of every kind can have: a name that is there twice, or that nothing has."""

from collections.abc import Iterable, Iterator, Sequence

from rolcheck.base.ids import perhaps
from rolcheck.base.messages import N_
from rolcheck.base.text import fold_width
from rolcheck.base.toml import Fault
from rolcheck.base.toml_places import Loc

LISTED = 12
"""How many known names a fault lists at most."""


def repeated(
    loc: Loc, key: str, names: Iterable[str | None], *, any_case: bool = False
) -> Iterator[Fault]:
    """Yield a fault for each name in a list of tables that stood there before.

    Args:
        loc: The place of the list.
        key: The key of each table that holds the name.
        names: The names in order; None where a table has none that can be read.
        any_case: Whether names are the same that differ in case or width only.
    """
    expected = N_("expected each once, without regard to case") if any_case else ""
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name is None:
            continue
        same = fold_width(name).casefold() if any_case else name
        if same in seen:
            yield Fault(
                (*loc, index, key),
                N_("{key} {name} is there twice"),
                expected or N_("expected each once"),
                {"key": key, "name": name},
            )
        seen.add(same)


def unknown(loc: Loc, message: str, name: str, known: Sequence[str]) -> Fault:
    """Return a fault for a name that nothing has, with the nearest that something has."""
    known = tuple(dict.fromkeys(known))
    expected, near = perhaps(name, known, N_("expected one of {known}"))
    listed = ", ".join([*known[:LISTED], "…"] if len(known) > LISTED else known)
    return Fault(
        loc, message, expected if known else "", {"name": name, "near": near, "known": listed}
    )
