"""A small campaign with all nine rule kinds, and the Review screen upon it."""

import asyncio
from pathlib import Path

from textual.pilot import Pilot

from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.life import FindingEntry
from rolcheck.desk.review.recording import Entry
from rolcheck.store.memory import MemoryStore
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.review.work import ReviewWork
from rolcheck.tui.widgets.editors.base import EditorBase
from tests.tui.stage import HOSTILE
from tests.world import AGGREGATION, HEAD, PEOPLE, ROUNDS, World, make_world

CRITERIA = """
[criteria]
id = "paper"
title = "九种规则"
source = "weights illustrative"
[criteria.scoring]
round-to = { panel = 2, total = 2 }
[[area]]
id = "1"
title = "组织领导"
title_en = "Leadership"
[[area]]
id = "2"
title = "[/第3页] [b]执法[/b]"
title_en = "Enforcement"
[[area]]
id = "B"
title = "加分"
title_en = "Bonus"
[[area]]
id = "V"
title = "否决"
title_en = "Veto"
[[group]]
id = "1.1"
title = "责任"
title_en = "Duties"
[[group]]
id = "1.2"
title = "清单"
title_en = "Lists"
[[group]]
id = "2.1"
title = "办案"
title_en = "Cases"
[[group]]
id = "B.1"
title = "创新"
title_en = "New ideas"
[[group]]
id = "V.1"
title = "造假"
title_en = "Forgery"
[[indicator]]
id = "1.1.1"
title = "审核意见采纳"
title_en = "Opinions taken up"
guidance = "看审核意见是否逐条落实；未采纳的是否书面说明理由。"
points = 2
not-applicable = true
office = "司法局"
evidence = [ { id = "a", title = "采纳情况" }, { id = "b", title = "会议照片", required = false } ]
[indicator.rule]
kind = "graded"
levels = [ { label = "A", describe = "逐条采纳", points = 2 }, { label = "B", describe = "个别未说明理由", points = 1.2 }, { label = "C", points = 0 } ]
[[indicator]]
id = "1.1.2"
title = "自评报告质量"
title_en = "Quality of the report"
points = 5
evidence = [ { id = "a", title = "自评报告" } ]
[indicator.rule]
kind = "points"
step = 0.5
hint = "三项各占一部分"
[[indicator]]
id = "1.2.1"
title = "清单公开"
title_en = "Lists published"
points = 1
[indicator.rule]
kind = "binary"
question = "清单全部公开"
[[indicator]]
id = "2.1.1"
title = "案卷评查 [@click=app.quit]x[/]"
title_en = "Case files"
points = 3
[indicator.rule]
kind = "deduct"
defects = [ { code = "K1", label = "主体有误", points = 0.5 }, { code = "K2", label = "送达缺失", points = 0.1, max-count = 2 } ]
[[indicator]]
id = "2.1.2"
title = "合法性审核率"
title_en = "Share reviewed"
points = 1.4
[indicator.rule]
kind = "ratio"
bands = [ { at-least = 1, points = 1.4 }, { at-least = 0.95, points = 0.4 } ]
[[indicator]]
id = "2.1.3"
title = "月报"
title_en = "Monthly reports"
points = 1.2
[indicator.rule]
kind = "periodic"
every = "month"
per-missing = 0.2
[[indicator]]
id = "2.1.4"
title = "抽查步骤"
title_en = "Steps in a sample"
points = 2
[indicator.rule]
kind = "sampled"
size = 10
steps = [ { code = "S1", label = "公示及时" } ]
[[indicator]]
id = "B.1.1"
title = "创新举措"
title_en = "New measures"
[indicator.rule]
kind = "bonus"
at-most = 1
step = 0.1
[[indicator]]
id = "V.1.1"
title = "材料造假"
title_en = "Forged material"
[indicator.rule]
kind = "veto"
describe = "发现材料造假"
"""

EAST = """
[submission]
id = "east"
name = "东区 [b]（虚构）[/b]"
[[claim]]
indicator = "1.1.1"
points = 2
[[claim]]
indicator = "2.1.2"
points = 1.4
[[evidence]]
id = "E-1"
title = "采纳情况说明 [/第3页]"
file = "e1.md"
indicators = ["1.1.1", "1.1.2"]
answers = ["1.1.1/a"]
number = "东政〔2025〕3号"
dated = 2025-03-02
[[evidence]]
id = "E-2"
title = "扫描件"
file = "e2.pdf"
indicators = ["1.1.1"]
"""

WEST = """
[submission]
id = "west"
name = "西区（虚构）"
"""

TEXT = f"""# 采纳情况说明

四条意见采纳三条。{HOSTILE}

| 条 | 意见 | 结果 |
|---|---|---|
| 第一条 | 补充依据 | 采纳 |
| 第二条 | 修改表述 | 未予采纳，口头说明理由 |
"""


def review_world(
    folder: Path,
    *,
    head: str = HEAD,
    rounds: str = ROUNDS,
    aggregation: str = AGGREGATION,
    criteria: str = CRITERIA,
) -> World:
    """Return the campaign, received, before its first round."""
    world = make_world(
        folder, head=head, rounds=rounds, aggregation=aggregation, criteria=criteria, people=PEOPLE
    )
    for name, text in (("east", EAST), ("west", WEST)):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "submission.toml").write_text(text, encoding="utf-8")
    (folder / "east" / "e1.md").write_text(TEXT, encoding="utf-8")
    (folder / "east" / "e2.pdf").write_bytes(b"%PDF-1.4")
    return world


def in_completeness(folder: Path) -> World:
    """Return the campaign in its round 1."""
    world = review_world(folder)
    world.desk("co").open_round(1)
    return world


def in_scoring(
    folder: Path, *, head: str = HEAD, store: MemoryStore | None = None, more: int = 0
) -> World:
    """Return the campaign in its round 2, nothing scored yet, with `more` submissions."""
    world = review_world(folder, head=head)
    for number in range(1, more + 1):
        one = folder / f"m{number}"
        one.mkdir()
        text = f'[submission]\nid = "m{number}"\nname = "第{number}区"\n'
        (one / "submission.toml").write_text(text, encoding="utf-8")
    world.store = store or world.store
    open_round_two(world)
    return world


def open_round_two(world: World) -> Desk:
    """Open and close round 1, open round 2; return the coordinator's desk."""
    co = world.desk("co")
    co.open_round(1)
    co.close_round(1, waive="试用")
    co.open_round(2)
    return co


def in_re_examination(folder: Path) -> World:
    """Return the campaign in its round 3: 1.1.1 came back with new material and a finding."""
    world = in_scoring(folder)
    co = world.desk("co")
    for who, value in zip(("r1", "r2", "r3"), "BAC", strict=True):
        world.score(who, "1.1.1", value, f"{who}：第二条未见书面理由 {HOSTILE}")
        score_usual(world, who)
    co.add_finding(FindingEntry("east", "1.1.1", "Q13", "日期倒置 2 件，请附原件 [b]"))
    co.close_round(2, waive="试用")
    (folder / "east" / "e1.md").write_text(TEXT + "\n补充。\n", encoding="utf-8")
    world.desk("co").receive("east")
    world.desk("co").open_round(3)
    return world


USUAL = {
    "1.1.2": "4",
    "1.2.1": "yes",
    "2.1.1": "K1*2",
    "2.1.2": "48/49",
    "2.1.3": "11/12",
    "2.1.4": "9/10",
}


def in_scoring_with_words(folder: Path) -> World:
    """Return the campaign in its round 2, with remarks of r1 about the west."""
    world = in_scoring(folder)
    for indicator, value, remark in (
        ("1.1.1", "C", f"第二条未见书面理由 {HOSTILE}"),
        ("1.1.2", "4", "记录不全"),
        ("1.2.1", "yes", "记录不全"),
    ):
        world.desk("r1").score(Entry("west", indicator, value, remark))
    return world


def all_scored(folder: Path) -> World:
    """Return the campaign in its round 2, everything scored by r1."""
    world = in_scoring(folder)
    for submission in ("east", "west"):
        for indicator, value in {"1.1.1": "B", **USUAL}.items():
            world.desk("r1").score(Entry(submission, indicator, value))
    return world


def score_usual(world: World, who: str) -> None:
    """Enter the usual value for every item but 1.1.1."""
    for indicator, usual in USUAL.items():
        world.score(who, indicator, usual)


def app_of(desk: Desk) -> RolcheckApp:
    """Return the app that begins with Review."""
    return RolcheckApp(desk, first="review")


async def settle(pilot: Pilot[None]) -> None:
    """Wait until everything that keys brought about is done and drawn."""
    for _ in range(2):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await asyncio.sleep(0.01)
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and wait for what they bring about."""
    await pilot.press(*keys)
    await settle(pilot)


def screen_of(app: RolcheckApp) -> ReviewWork:
    """Return the Review screen, also below a window."""
    return next(one for one in app.screen_stack if isinstance(one, ReviewWork))


def at(app: RolcheckApp) -> str:
    """Return the indicator at hand."""
    review = screen_of(app).review
    return review.indicator if review else ""


def editor_of(app: RolcheckApp) -> EditorBase:
    """Return the editor that is shown."""
    return next(one for one in screen_of(app).query(EditorBase) if one.display)


def latest(world: World, who: str, indicator: str) -> tuple[str, str]:
    """Return value and remark of somebody's latest observation; empty for none."""
    row = world.desk().standing().own_latest("east", indicator, who)
    return (row.value, row.remark) if row else ("", "")
