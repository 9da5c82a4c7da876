"""Two projects scored by the shipped set `project`, against numbers worked out on paper.

North, two reviewers who differ in 1.1.1 only (A and B, so (6 + 4) / 2 = 5):
    area 1  5 + (4 - 1 - 0.5) + 4.5 + 4                         = 16
    area 2  2.1: 19/20 -> 6, 3/4 -> 6 - 1.5, n/a: 10.5 x 18/14  = 13.5
            2.2: (0.9 - 0.8) / 0.2 x 6 = 3, B 4                 = 7
    area 3  10 x 45/50 = 9, 172/200 = 0.86 -> 4, 5, 4 - 1, 4    = 25
    area 4  3 + 5 + 3 + (4 - 1, whatever the count)             = 14
    base 16 + 20.5 + 25 + 14 = 75.5; bonus 2 + 2, capped 3; total 78.5
South, both the same:
    area 1  2 + 4 + 6 + 0                                       = 12
    area 2  2.1: 8 + 6 + (4 - 2) = 16; 2.2: 0/0 n/a, 2 x 12/6   = 20
    area 3  10 + 0 + 8 + 4 + 0                                  = 22
    area 4  5 + 0 + 4 + (4 - 1.5)                               = 11.5
    base 65.5; bonus 0.5; total 66; the veto was not raised
"""

from fractions import Fraction
from pathlib import Path

import pytest

from rolcheck.desk.review.recording import Entry
from rolcheck.store.memory import MemoryStore
from tests.world import World

CAMPAIGN = """
[campaign]
id = "projects-2026"
title = "单项示范算例"
criteria = "project"
period = { start = 2025-01-01, end = 2025-12-31 }
[aggregation]
quorum = 2
dispute-at = 0.5
[[round]]
number = 1
name = "实质审查"
kind = "scoring"
[[round]]
number = 2
name = "终审"
kind = "final"
[[reviewer]]
id = "r1"
name = "甲"
roles = ["reviewer"]
[[reviewer]]
id = "r2"
name = "乙"
roles = ["reviewer"]
[[reviewer]]
id = "co"
name = "丙"
roles = ["coordinator"]
"""

SCORING = {
    "north": {
        "1.1.1": "A", "1.1.2": "K1;K3", "1.2.1": "4.5", "1.2.2": "yes",
        "2.1.1": "19/20", "2.1.2": "3/4", "2.1.3": "n/a", "2.2.1": "9/10", "2.2.2": "B",
        "3.2.1": "B", "3.2.2": "K1*2", "3.2.3": "yes",
        "4.1.1": "B", "4.1.2": "A", "4.2.1": "3", "4.2.2": "K3*5",
    },
    "south": {
        "1.1.1": "C", "1.1.2": "none", "1.2.1": "6", "1.2.2": "no",
        "2.1.1": "20/20", "2.1.2": "4/4", "2.1.3": "K2", "2.2.1": "0/0", "2.2.2": "C",
        "3.2.1": "A", "3.2.2": "none", "3.2.3": "no",
        "4.1.1": "A", "4.1.2": "C", "4.2.1": "4", "4.2.2": "K2*3",
    },
}  # fmt: skip
FINAL = {
    "north": {"3.1.1": "45/50", "3.1.2": "172/200", "B.1.1": "2", "B.1.2": "2"},
    "south": {"3.1.1": "50/50", "3.1.2": "79/100", "B.1.1": "0.5"},
}
ABSENT = ("n/a", "0/0")


@pytest.fixture
def world(tmp_path: Path) -> World:
    (tmp_path / "campaign.toml").write_text(CAMPAIGN, "utf-8")
    for name in ("north", "south"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "submission.toml").write_text(
            f'[submission]\nid = "{name}"\nname = "{name}"\nkind = "project"\n', "utf-8"
        )
    world = World(tmp_path, store=MemoryStore(campaign="projects-2026", desk="desk-1"))
    world.desk("co").open_round(1)
    score(world, SCORING)
    world.desk("r2").score(Entry("north", "1.1.1", "B", "缺现有办法的不足"))
    world.desk("co").close_round(1)
    world.desk("co").open_round(2)
    score(world, FINAL)
    return world


def score(world: World, values: dict[str, dict[str, str]]) -> None:
    for who in ("r1", "r2"):
        desk = world.desk(who)
        for submission, entries in values.items():
            for indicator, value in entries.items():
                remark = "本项目不涉及" if value in ABSENT else ""
                desk.score(Entry(submission, indicator, value, remark))


@pytest.mark.parametrize(
    ("submission", "areas", "base", "bonus", "total"),
    [
        ("north", ("16", "20.5", "25", "14"), "75.5", "3", "78.5"),
        ("south", ("12", "20", "22", "11.5"), "65.5", "0.5", "66"),
    ],
)
def test_two_projects_get_the_numbers_of_the_paper(
    world: World, submission: str, areas: tuple[str, ...], base: str, bonus: str, total: str
) -> None:
    result = world.desk("co").results(2).of(submission)

    assert [area.score for area in result.root.children] == [Fraction(one) for one in areas]
    assert (result.total.base, result.total.bonus, result.total.total) == tuple(
        map(Fraction, (base, bonus, total))
    )
    assert result.total.complete


def test_projects_are_ranked_among_themselves_and_the_campaign_is_sealed(world: World) -> None:
    co = world.desk("co")

    co.close_round(2)
    co.seal()

    assert co.results(2).ranks == {"north": 1, "south": 2}
