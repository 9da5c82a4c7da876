"""A criteria file as it stands now, for whoever reads or edits it: the set, or what is wrong."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rolcheck.base.errors import InputError, ProblemsError
from rolcheck.base.files import read_text
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.criteria.lint import Remark, lint
from rolcheck.criteria.loader import FOLDER, load_criteria, shipped_criteria
from rolcheck.criteria.model import Criteria
from rolcheck.desk.desk import Desk
from rolcheck.desk.rounds.timeline import rounds_seen
from rolcheck.desk.seen import RoundSeen

_HEADER = re.compile(r"^\s*\[\[\s*(area|group|indicator|register|parameter)\s*\]\]")
_ID = re.compile(r"""^\s*id\s*=\s*["']([^"']+)["']""")
_TREE = ("area", "group", "indicator")

Stamp = tuple[int, int]
"""When a file changed last, and how long it is."""


@dataclass(frozen=True, slots=True, eq=False)
class CriteriaSeen:
    """The whole screen.

    Attributes:
        who: What the reader is called; empty for somebody who only looks.
        path: The file that is shown.
        is_own: Whether it is the campaign's.
        is_changed: Whether the campaign's differs from what is on record.
        criteria: The set; None where the file has problems.
        problems: What is wrong with it, in the order of the file.
        advice: What is weak in it, likewise; nothing where something is wrong.
        lines: Where each area, group and indicator begins, by id.
        stamp: Of the file when it was read.
    """

    title: str
    who: str
    rounds: tuple[RoundSeen, ...]
    current: int
    path: Path
    is_own: bool
    is_changed: bool
    criteria: Criteria | None
    problems: tuple[Problem, ...]
    advice: tuple[Remark, ...]
    lines: Mapping[str, int] = field(default_factory=dict)
    stamp: Stamp | None = None

    def owner_of(self, problem: Problem) -> str:
        """Return the id of what a problem stands in; empty where that is not known."""
        return owner(self.lines, self.path, problem)


def criteria_seen(desk: Desk, path: Path | None = None) -> CriteriaSeen:
    """Return a criteria file as it stands now.

    Args:
        desk: Whose campaign.
        path: The file; None for the campaign's own.
    """
    standing, own = desk.standing(), desk.campaign.criteria.path
    wanted = path or own
    is_own = wanted == own
    people = standing.settings.people
    stamp = stamp_of(wanted)
    criteria, problems, advice = _read(wanted)
    return CriteriaSeen(
        title=standing.settings.campaign.title,
        who=people[desk.who].name if desk.who else "",
        rounds=rounds_seen(standing, desk.today()),
        current=standing.current_round,
        path=wanted,
        is_own=is_own,
        is_changed=is_own and str(own) in desk.changed_files(),
        criteria=criteria,
        problems=problems,
        advice=advice,
        lines=lines_of(wanted),
        stamp=stamp,
    )


def _read(path: Path) -> tuple[Criteria | None, tuple[Problem, ...], tuple[Remark, ...]]:
    try:
        file = load_criteria(path)
        return file.criteria, (), lint(file)
    except ProblemsError as error:
        return None, error.problems, ()
    except InputError as error:
        where = error.where or Place(str(path))
        return None, (Problem(error.message, where, error.hint, error.params),), ()


def stamp_of(path: Path) -> Stamp | None:
    """Return what changes when a file does; None where there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


def lines_of(path: Path) -> dict[str, int]:
    """Return the line on which each area, group and indicator begins; also in a broken file."""
    try:
        text = read_text(path)
    except InputError:
        return {}
    found: dict[str, int] = {}
    header, kind = 0, ""
    for number, line in enumerate(text.splitlines(), start=1):
        if began := _HEADER.match(line):
            header, kind = number, began[1]
        elif kind in _TREE and (named := _ID.match(line)):
            found.setdefault(named[1], header)
            kind = ""
        elif line.lstrip().startswith("[["):
            kind = ""
    return found


def owner(lines: Mapping[str, int], path: Path, problem: Problem) -> str:
    """Return the id of what stands around the place of a problem; empty where none does."""
    line = problem.where.line
    if line is None or problem.where.file != str(path):
        return ""
    before = [(at, id) for id, at in lines.items() if at <= line]
    return max(before)[1] if before else ""


def near_criteria(desk: Desk) -> tuple[Path, ...]:
    """Return the files one may want to see: the campaign's, those near it, those that ship."""
    folder = desk.campaign.folder.absolute()
    near = [
        path
        for base in (folder, *list(folder.parents)[:2])
        for path in sorted((base / FOLDER).glob("*.toml"))
    ]
    found = (desk.campaign.criteria.path.absolute(), *near, *shipped_criteria())
    return tuple(dict.fromkeys(path.resolve() for path in found))
