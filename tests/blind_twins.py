"""Two campaigns that differ in a secret alone: what was done that others are not to know.

Both are copies of one campaign, so all that is no secret, ids and hashes included, is the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

from rolcheck.desk.findings.life import FindingEntry
from rolcheck.desk.imports import Line
from rolcheck.desk.review.recording import Entry
from rolcheck.store.sqlite import SqliteStore
from tests.world import HEAD, PEOPLE, ROUNDS, World, assignment, make_world

CANARY = "CANARY"
"""Stands in every word that nobody else is to read."""

UNIT = """
[[unit]]
id = "sfj"
name = "司法局"
[[reviewer]]
id = "un"
name = "un"
roles = ["unit"]
unit = "sfj"
submission = "east"
"""
WEST = '[submission]\nid = "west"\nname = "西区（虚构）"\n'
LISTED = HEAD + 'assignment = "listed"\n'
NOON = datetime(2026, 6, 2, 12, tzinfo=UTC)

READERS = ("", "r1", "r3", "ob", "un")
"""Nobody, a reviewer who has something, one who is recused, an observer, a responsible unit."""

Secret = Sequence[Callable[[World], object]]


def _score(indicator: str, value: str, submission: str = "east") -> Callable[[World], object]:
    entry = Entry(submission, indicator, value, f"{CANARY} remark")
    return lambda world: world.desk("r2").score(entry)


def _finding(indicator: str) -> Callable[[World], object]:
    entry = FindingEntry("east", indicator, "Q13", f"{CANARY} asked")
    return lambda world: world.desk("r2").add_finding(entry)


FEW: Secret = (_score("1.1.1", "C"),)
MUCH: Secret = (
    _score("1.1.1", "A"),
    _score("1.1.2", "1/10"),
    _score("2.1.1", "K1"),
    _score("V.1.1", "veto"),
    _score("1.1.1", "B", "west"),
    _finding("1.1.2"),
    lambda world: world.desk("r2").undo(),
    lambda world: world.desk("co").assign([assignment("2", "r4", "1"), assignment("2", "r5")]),
    lambda world: world.desk("co").assign([assignment("2", "r1", "2")], drafts=True),
    lambda world: world.desk("co").assign([assignment("3", "r1"), assignment("3", "r2")]),
    lambda world: world.desk("r5").declare_conflict("west", "other", f"{CANARY} kin"),
    lambda world: world.desk("co").recuse("r4", "west", f"{CANARY} reason"),
    lambda world: world.desk("ar").rule("east", "1.1.1", "A", f"{CANARY} ruling"),
)
"""Scores, findings, an undo, others' assignments, drafts of one's own, conflicts, a ruling."""


def world_at(folder: Path) -> World:
    """Return the world of a campaign that is there, upon the ledger in its file."""
    store = SqliteStore(folder / "rolcheck.db", campaign="paper-2026", desk="desk-1")
    return World(folder, time=NOON, store=store)


BETWEEN: Secret = (
    lambda world: world.desk("co").assign([assignment("3", "r1"), assignment("3", "r2")]),
    lambda world: world.desk("r5").declare_conflict("west", "other", f"{CANARY} kin"),
    lambda world: world.desk("co").recuse("r4", "west", f"{CANARY} reason"),
    lambda world: world.desk("co").rule_on_conflict("r5", "west", "dismiss", f"{CANARY} why"),
)
"""Drafts of the next round, one's own too, and conflicts of others."""

VERDICTS: Secret = (
    lambda world: world.desk("r2").complete("west", "1.1.1/a", "missing"),
    lambda world: world.desk("r2").add_finding(
        FindingEntry("west", "1.1.1", "Q01", f"{CANARY} asked")
    ),
)
"""A verdict and a finding on what nobody else examines."""


@dataclass(frozen=True)
class Stage:
    """Where a campaign stands, what is done in secret in either twin, and who is not to know.

    `prints_heads` where no round is blind: reports then carry the ledger's head and frontier,
    which tell how many events there are, and of whom.
    """

    steps: Callable[[World], object]
    few: Secret
    much: Secret
    readers: Sequence[str] = READERS
    prints_heads: bool = False


def _shared(number: str) -> list[Line]:
    """Return who has what: r1 and r3 east, r2 that and west."""
    west = assignment(number, "r2")
    west = replace(west, cells={**west.cells, "submission": "west"})
    return [*(assignment(number, who) for who in ("r1", "r2", "r3")), west]


def _completeness(world: World) -> None:
    co = world.desk("co")
    co.assign(_shared("1"))
    co.open_round(1)
    world.desk("r1").complete("east", "1.1.1/a", "ok")


def _scoring(world: World) -> None:
    co = world.desk("co")
    co.open_round(1)
    co.close_round(1, waive="trial")
    co.assign(_shared("2"))
    co.open_round(2)
    world.score("r1", "1.1.1", "B")
    world.score("r3", "1.1.1", "C")
    co.recuse("r3", "east", "亲属")


def _between(world: World) -> None:
    _scoring(world)
    world.desk("co").close_round(2, waive="trial")


STAGES = {
    "completeness": Stage(_completeness, (), VERDICTS, ("r1", "ob", "un")),
    "scoring": Stage(_scoring, FEW, MUCH),
    "between": Stage(_between, (), BETWEEN, ("r1", "ob", "un"), prints_heads=True),
}


def make_base(folder: Path, stage: Stage) -> Path:
    """Make a campaign, blind from its first round on, up to a stage."""
    rounds = ROUNDS.replace('kind = "completeness"\n', 'kind = "completeness"\nblind = true\n')
    made = make_world(folder, head=LISTED, rounds=rounds, people=PEOPLE + UNIT)
    (folder / "west").mkdir()
    (folder / "west" / "submission.toml").write_text(WEST, encoding="utf-8")
    world = world_at(folder)
    world.time = made.time
    stage.steps(world)
    world.store.close()
    return folder


def make_twin(base: Path, folder: Path, secret: Secret) -> Path:
    """Copy the campaign and do the secret in it."""
    copytree(base, folder)
    world = world_at(folder)
    for step in secret:
        step(world)
    world.store.close()
    return folder
