"""An office's table made into a draft of a criteria set, and the draft looked at."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from rolcheck.base.errors import InputError, ProblemsError
from rolcheck.base.files import write_atomic
from rolcheck.base.ids import is_id
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.base.shipped import shipped
from rolcheck.criteria.drafting.draft import Draft
from rolcheck.criteria.drafting.drafting import draft_of
from rolcheck.criteria.drafting.loader import read_tables
from rolcheck.criteria.drafting.toml import toml_of
from rolcheck.criteria.loader import REGISTERS, load_criteria


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft, the file that it makes, and what that file's check says.

    Attributes:
        draft: What was understood of the table.
        text: The criteria file.
        problems: What ``check`` finds in it, placed in the file that was named.
    """

    draft: Draft
    text: str
    problems: tuple[Problem, ...]


def drafted(table: Path, target: Path | None, *, sheet: str = "", name: str = "") -> Drafted:
    """Read a table and return the draft of a criteria set; nothing is written.

    Args:
        table: A workbook, or a table as CSV.
        target: The file that it is to become; None where it is only shown.
        sheet: The one sheet that is read; empty for all.
        name: The id of the set; empty for that of the target's or the table's file.

    Raises:
        InputError: The table cannot be read, or the id is none.
    """
    if name and not is_id(name):
        raise InputError(
            N_("'{name}' is no id"),
            hint=N_("use letters, digits, dots, dashes and underscores"),
            name=name,
        )
    if not name and target is not None and is_id(target.stem):
        name = target.stem
    draft = draft_of(read_tables(table), sheet=sheet, name=name)
    text = toml_of(draft)
    shown = target or Path(f"{draft.id}.toml")
    return Drafted(draft, text, tuple(_problems(text, shown)))


def _problems(text: str, shown: Path) -> Iterator[Problem]:
    """Yield what is wrong with a criteria file that is not there yet."""
    with TemporaryDirectory() as folder:
        registers = shown.parent / REGISTERS
        if not registers.is_dir():
            registers = shipped("criteria") / REGISTERS
        shutil.copytree(registers, Path(folder) / REGISTERS)
        path = Path(folder) / shown.name
        write_atomic(path, text.encode())
        try:
            load_criteria(path)
        except ProblemsError as error:
            for problem in error.problems:
                where = problem.where
                yield replace(problem, where=Place(str(shown), where.line, where.column))
