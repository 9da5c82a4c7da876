"""A small campaign on disk and its desks, for tests that work it as people do."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rolcheck.base.places import Place
from rolcheck.campaign.loader import load_campaign
from rolcheck.desk.assigning.assignments import COLUMNS
from rolcheck.desk.desk import Desk
from rolcheck.desk.imports import Line
from rolcheck.desk.ledger import Ledger
from rolcheck.desk.review.recording import Entry
from rolcheck.store.memory import MemoryStore
from rolcheck.store.port import EventStore

CRITERIA = """
[criteria]
id = "paper"
title = "纸面算例"
source = "weights illustrative"
points = 20
[criteria.scoring]
round-to = { panel = 2, total = 2 }
bonus-cap = 0.5
[[area]]
id = "1"
title = "甲领域"
[[area]]
id = "2"
title = "乙领域"
[[area]]
id = "B"
title = "加分"
[[area]]
id = "V"
title = "否决"
[[group]]
id = "1.1"
title = "甲一"
[[group]]
id = "1.2"
title = "甲二"
[[group]]
id = "2.1"
title = "乙一"
[[group]]
id = "B.1"
title = "加分项"
[[group]]
id = "V.1"
title = "否决项"
[[indicator]]
id = "1.1.1"
title = "档次"
points = 4
evidence = [ { id = "a", title = "纪要" }, { id = "b", title = "照片", required = false } ]
office = "司法局"
[indicator.rule]
kind = "graded"
levels = [ { label = "A", points = 4 }, { label = "B", points = 2 }, { label = "C", points = 0 } ]
[[indicator]]
id = "1.1.2"
title = "比率"
points = 3
[indicator.rule]
kind = "ratio"
when-empty = "manual"
bands = [ { at-least = 1, points = 3 }, { at-least = 0.9, points = 2 }, { at-least = 0.8, points = 1 } ]
[[indicator]]
id = "1.2.1"
title = "打分"
points = 5
not-applicable = true
[indicator.rule]
kind = "points"
step = 0.5
[[indicator]]
id = "2.1.1"
title = "扣分"
points = 6
[indicator.rule]
kind = "deduct"
defects = [ { code = "K1", label = "缺", points = 1 }, { code = "K2", label = "迟", points = 0.5, max-count = 2 } ]
[[indicator]]
id = "2.1.2"
title = "是否"
points = 2
first-scored = "re-examination"
[indicator.rule]
kind = "binary"
question = "有吗"
[[indicator]]
id = "B.1.1"
title = "加分"
[indicator.rule]
kind = "bonus"
at-most = 1
step = 0.1
[[indicator]]
id = "V.1.1"
title = "否决"
[indicator.rule]
kind = "veto"
describe = "造假"
"""

HEAD = """
[campaign]
id = "paper-2026"
title = "算例"
criteria = "paper"
period = { start = 2025-01-01, end = 2025-12-31 }
"""

AGGREGATION = """
[aggregation]
method = "trimmed-mean"
trim = 1
minimum = 5
quorum = 3
dispute-at = 0.5
"""

ROUNDS = """
[[round]]
number = 1
name = "形式审查"
kind = "completeness"
[[round]]
number = 2
name = "实质审查"
kind = "scoring"
blind = true
[[round]]
number = 3
name = "补正复审"
kind = "re-examination"
[[round]]
number = 4
name = "终审"
kind = "final"
"""

PEOPLE = "".join(
    f'[[reviewer]]\nid = "{id}"\nname = "{id}"\nroles = ["{role}"]\n'
    for id, role in [
        *((f"r{number}", "reviewer") for number in range(1, 6)),
        ("co", "coordinator"),
        ("ar", "arbiter"),
        ("ob", "observer"),
    ]
)

EAST = """
[submission]
id = "east"
name = "东区（虚构）"
[[claim]]
indicator = "1.1.1"
points = 4
[[evidence]]
id = "E-1"
title = "纪要"
file = "e1.txt"
indicators = ["1.1.1"]
answers = ["1.1.1/a"]
"""


@dataclass
class World:
    """One campaign folder, one ledger in memory, a clock that ticks a second a look."""

    folder: Path
    time: datetime = datetime(2026, 6, 1, tzinfo=UTC)
    store: EventStore = field(
        default_factory=lambda: MemoryStore(campaign="paper-2026", desk="desk-1")
    )

    def clock(self) -> datetime:
        """Return the next second."""
        self.time += timedelta(seconds=1)
        return self.time

    def desk(self, who: str = "") -> Desk:
        """Return somebody's desk, upon the files as they are now."""
        return Desk(Ledger(self.store, load_campaign(self.folder), self.clock), who)

    def score(self, who: str, indicator: str, value: str, remark: str = "") -> None:
        """Enter one observation of the submission east."""
        self.desk(who).score(Entry("east", indicator, value, remark))

    def panel(self, indicator: str, values: dict[str, str], remark: str = "") -> None:
        """Enter several reviewers' observations of one indicator."""
        for who, value in values.items():
            self.score(who, indicator, value, remark)


def make_world(
    folder: Path,
    *,
    head: str = HEAD,
    aggregation: str = AGGREGATION,
    rounds: str = ROUNDS,
    people: str = PEOPLE,
    criteria: str = CRITERIA,
) -> World:
    """Write the campaign's files and return its world."""
    (folder / "criteria").mkdir(parents=True)
    (folder / "criteria" / "paper.toml").write_text(criteria, encoding="utf-8")
    (folder / "campaign.toml").write_text(head + aggregation + rounds + people, encoding="utf-8")
    east = folder / "east"
    east.mkdir()
    (east / "submission.toml").write_text(EAST, encoding="utf-8")
    (east / "e1.txt").write_text("会议纪要", encoding="utf-8")
    return World(folder)


def everybody(value: str) -> dict[str, str]:
    """Return the same value for all five reviewers."""
    return {f"r{number}": value for number in range(1, 6)}


Step = Callable[[World], object]


def assignment(round: str, reviewer: str = "r1", scope: str = "", action: str = "assign") -> Line:
    """Return a row of an assignment file, on the submission east."""
    cells = ("east", action, reviewer, round, scope)
    return Line(Place("who.csv", 2), dict(zip(COLUMNS, cells, strict=True)))


def after_round_two(world: World) -> World:
    """Work rounds 1 and 2: see tests/e2e/test_four_rounds.py for the numbers."""
    co = world.desk("co")
    co.open_round(1)
    world.desk("r1").complete("east", "1.1.1/a", "ok")
    co.close_round(1)
    co.open_round(2)
    world.panel("1.1.1", {"r1": "A", "r2": "B", "r3": "B", "r4": "B", "r5": "C"})
    world.panel("1.1.2", everybody("９／１０"))
    world.panel("1.2.1", {"r1": "4", "r2": "4.5", "r3": "3.5", "r4": "4", "r5": "5"})
    world.panel("2.1.1", {"r1": "none", "r2": "K1", "r3": "K2*9", "r4": "K1;K2", "r5": "K2"})
    co.close_round(2)
    return world
