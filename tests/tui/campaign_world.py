"""Campaigns at several stages, and the screens about the whole campaign upon them."""

import asyncio
from collections.abc import Callable
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from textual.pilot import Pilot

from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.life import FindingEntry
from rolcheck.store.memory import MemoryStore
from rolcheck.tui.app import RolcheckApp
from tests.tui.review_world import open_round_two, review_world, score_usual
from tests.tui.stage import HOSTILE
from tests.world import HEAD, World

DATED = """
[[round]]
number = 1
name = "形式审查"
kind = "completeness"
opens = 2026-05-11
due = 2026-05-20
[[round]]
number = 2
name = "实质审查"
kind = "scoring"
opens = 2026-05-21
due = 2026-06-03
closes = 2026-06-03T18:00:00
blind = true
[[round]]
number = 3
name = "补正复审"
kind = "re-examination"
opens = 2026-06-04
due = 2026-06-10
[[round]]
number = 4
name = "终审"
kind = "final"
opens = 2026-06-11
due = 2026-06-20
"""
DUE = date(2026, 6, 2)
DECLARING = HEAD + 'declarations = ["回避承诺", "保密承诺"]\n'


def ids_of(moment: Callable[[], datetime]) -> Callable[[], str]:
    """Return a maker of ids that are as long as real ones, and the same at the same moment."""
    last, count = "", 0

    def make() -> str:
        nonlocal last, count
        now = moment().isoformat()
        last, count = now, count + 1 if now == last else 0
        return sha256(f"{now} {count}".encode()).hexdigest()[:32]

    return make


def repeatable(world: World) -> World:
    """Return the world with a ledger whose ids, and so its hashes, are the same in every run."""
    new_id = ids_of(lambda: world.time)
    world.store = MemoryStore(campaign="paper-2026", desk="desk-1", new_id=new_id)
    return world


def before_rounds(folder: Path) -> World:
    """Return a campaign in which no round was opened."""
    return repeatable(review_world(folder, rounds=DATED))


def scoring(folder: Path, *, r2: str = "B") -> World:
    """Return a campaign in its blind round 2: r1 and r2 scored one item, r2 with `r2`."""
    world = repeatable(review_world(folder))
    open_round_two(world)
    world.score("r1", "1.1.1", "A")
    world.score("r2", "1.1.1", r2, "另见")
    return world


def re_examining(folder: Path) -> World:
    """Return a dated campaign in its round 3, with disputes, a ruling and a finding."""
    world = before_rounds(folder)
    co = open_round_two(world)
    for who, value in zip(("r1", "r2", "r3", "r4"), "ABAC", strict=True):
        world.score(who, "1.1.1", value, f"{who}：第二条未见书面理由")
        score_usual(world, who)
    co.add_finding(FindingEntry("east", "1.1.1", "Q13", f"日期倒置 {HOSTILE}"))
    co.close_round(2, waive="试用")
    co.open_round(3)
    world.desk("ar").rule("east", "1.1.1", "B", "以原件为准")
    return world


def self_checking(folder: Path) -> World:
    """Return a self-check in its round 3: a unit answers for 1.1.1, on which a finding is open."""
    head = HEAD + 'mode = "self-check"\n'
    unit = '[[unit]]\nid = "sfj"\nname = "司法局"\n'
    spoken = '[[reviewer]]\nid = "un"\nname = "联络员"\nroles = ["unit"]\nunit = "sfj"\n'
    world = repeatable(review_world(folder, rounds=DATED + unit + spoken, head=head))
    co = open_round_two(world)
    for who in ("r1", "r2", "r3"):
        world.score(who, "1.1.1", "B", f"{who}：第二条未见书面理由")
    co.add_finding(FindingEntry("east", "1.1.1", "Q13", f"日期倒置 {HOSTILE}", due=DUE))
    co.close_round(2, waive="试用")
    co.open_round(3)
    world.time += timedelta(days=3)
    return world


def app_at(screen: str, desk: Desk) -> RolcheckApp:
    """Return the app that begins with a screen."""
    return RolcheckApp(desk, first=screen)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until what runs by itself is done and drawn; a question on the screen may wait."""
    for _ in range(3):
        await pilot.pause()
        own = [one for one in pilot.app.workers if one.group not in ("ask", "start", "declare")]
        if own:
            await pilot.app.workers.wait_for_complete(own)
        await asyncio.sleep(0.01)
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, waiting after each for what it brings about."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def write(pilot: Pilot[None], text: str) -> None:
    """Write a sentence into the question on the screen, and finish it."""
    from rolcheck.tui.widgets.writing import WritingArea

    pilot.app.screen.query_one(WritingArea).text = text
    await press(pilot, "enter")
