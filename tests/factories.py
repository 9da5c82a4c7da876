"""A small campaign with everything in it: nine rule kinds, three submissions, four rounds.

`make_town` writes the folder; `Town.play` lets its people work through the rounds. Numbers are
small enough to be recomputed by hand; ids and times are the same in every run.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from rolcheck.campaign.loader import Campaign, load_campaign
from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.life import FindingEntry, Statement, finding_name
from rolcheck.desk.ledger import Ledger
from rolcheck.desk.review.recording import Entry
from rolcheck.store.memory import MemoryStore
from tests.factories_events import numbered

CAMPAIGN = "small-2023"
BEGIN = datetime(2023, 6, 1, 1, tzinfo=UTC)
FIVE = ("r1", "r2", "r3", "r4", "r5")
DISTRICTS = ("east", "west")
PROJECT = "court"

CRITERIA = """
[criteria]
id = "nine"
title = "九种规则"
title_en = "Nine kinds"
edition = "2023.1"
source = "自拟，分值仅供示例（weights illustrative）"
points = 15

[criteria.scoring]
rollup = "sum"
not-applicable = "rescale"
round-to = { panel = 2, total = 2 }
bonus-cap = 1.5

[[area]]
id = "1"
title = "组织领导"
title_en = "Leadership"
[[area]]
id = "2"
title = "行政执法"
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
title = "部署推进"
title_en = "Planning"
[[group]]
id = "1.2"
title = "制度建设"
title_en = "Rules"
[[group]]
id = "2.1"
title = "执法规范"
title_en = "Conduct"
[[group]]
id = "2.2"
title = "执法监督"
title_en = "Oversight"
[[group]]
id = "B.1"
title = "加分项"
[[group]]
id = "V.1"
title = "否决项"

[[indicator]]
id = "1.1.1"
title = "年度部署"
title_en = "Yearly plan"
guidance = "看是否有部署、有落实"
points = 3
office = "司法局"
evidence = [ { id = "a", title = "部署文件" }, { id = "b", title = "照片", required = false } ]
[indicator.rule]
kind = "graded"
levels = [
    { label = "A", describe = "有部署有落实", points = 3 },
    { label = "B", describe = "有部署", points = 2 },
    { label = "C", points = 0 },
]

[[indicator]]
id = "1.1.2"
title = "群众评价"
title_en = "Public opinion"
points = 2
weight = 1
not-applicable = true
office = "司法局"
[indicator.rule]
kind = "points"
step = 0.5

[[indicator]]
id = "1.2.1"
title = "公布清单"
title_en = "Published list"
points = 1
office = "城管局"
[indicator.rule]
kind = "binary"
question = "是否已公布"

[[indicator]]
id = "2.1.1"
title = "案卷质量"
title_en = "Case files"
points = 3
office = "城管局"
[indicator.rule]
kind = "deduct"
defects = [
    { code = "K1", label = "未公开", points = 0.5 },
    { code = "K2", label = "超期", points = 0.3, max-count = 2 },
]

[[indicator]]
id = "2.1.2"
title = "审核比率"
title_en = "Share reviewed"
points = 2
office = "城管局"
[indicator.rule]
kind = "ratio"
bands = [
    { at-least = 1, points = 2 },
    { at-least = 0.95, points = 1.2 },
    { at-least = 0.9, points = 0.5 },
]

[[indicator]]
id = "2.2.1"
title = "季度通报"
title_en = "Quarterly bulletin"
points = 2
office = "住建局"
[indicator.rule]
kind = "periodic"
every = "quarter"
per-missing = 0.5

[[indicator]]
id = "2.2.2"
title = "抽查合格"
title_en = "Spot check"
points = 2
[indicator.rule]
kind = "sampled"
size = 10
steps = [ { code = "S1", label = "立案" }, { code = "S2", label = "送达" } ]

[[indicator]]
id = "B.1.1"
title = "创新做法"
title_en = "New practice"
[indicator.rule]
kind = "bonus"
at-most = 2

[[indicator]]
id = "V.1.1"
title = "弄虚作假"
title_en = "Fraud"
[indicator.rule]
kind = "veto"
describe = "材料造假"
"""

SETTINGS = """
[campaign]
id = "small-2023"
title = "小城示范创建"
batch = "第一批"
mode = "{mode}"
criteria = "nine"
period = {{ start = 2023-01-01, end = 2023-12-31 }}

[aggregation]
method = "trimmed-mean"
trim = 1
minimum = 5
quorum = 3
dispute-at = 0.5
tie-break = ["2"]

[[unit]]
id = "cgj"
name = "城管局"

[[round]]
number = 1
name = "形式审查"
kind = "completeness"
blind = {first_blind}
[[round]]
number = 2
name = "实质审查"
kind = "scoring"
due = 2023-06-20
blind = true
[[round]]
number = 3
name = "补正复审"
kind = "re-examination"
due = 2023-06-30
[[round]]
number = 4
name = "终审"
kind = "final"
due = 2023-07-10
"""

PEOPLE = {
    "r1": ("甲", "reviewer"),
    "r2": ("乙", "reviewer"),
    "r3": ("丙", "reviewer"),
    "r4": ("丁", "reviewer"),
    "r5": ("戊", "reviewer"),
    "boss": ("协调人", "coordinator"),
    "judge": ("组长", "arbiter"),
    "guest": ("观察员", "observer"),
}

MANIFESTS: Mapping[str, tuple[str, str, Mapping[str, float]]] = {
    "east": ("东岸区", "district", {"1.1.1": 3, "1.1.2": 2, "1.2.1": 1, "2.1.1": 3, "2.1.2": 2}),
    "west": ("西岸区", "district", {"1.1.1": 3, "2.1.1": 2.7, "B.1.1": 1}),
    "court": ("诉前调解", "project", {}),
}

SCORES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "east": {
        "1.1.1": ("A", "A", "B", "A", "A"),
        "1.1.2": ("2", "1.5", "1.5", "2", "1.5"),
        "1.2.1": ("yes",) * 5,
        "2.1.1": ("none", "K1", "K2", "K1;K2", "K1"),
        "2.1.2": ("19/20", "19/20", "20/20", "19/20", "19/20"),
        "2.2.1": ("4/4",) * 5,
        "2.2.2": ("19/20", "20/20", "18/20", "19/20", "19/20"),
        "B.1.1": ("1", "1", "1.5", "1", "0.5"),
    },
    "west": {
        "1.1.1": ("A", "C", "B", "C", "A"),
        "1.1.2": ("1", "1", "1.5", "1", "1.5"),
        "1.2.1": ("yes", "yes", "no", "yes", "yes"),
        "2.1.1": ("K1*2;K2*3", "K1*2", "K1*3", "K1*2;K2", "missing"),
        "2.1.2": ("17/20",) * 5,
        "2.2.1": ("3/4", "3/4", "2/4", "3/4", "3/4"),
        "2.2.2": ("15/20", "14/20", "16/20", "15/20", "15/20"),
    },
    "court": {
        "1.1.1": ("B", "B", "A", "B"),
        "1.1.2": ("n/a",) * 4,
        "1.2.1": ("yes",) * 4,
        "2.1.1": ("K1", "none", "K1", "K2"),
        "2.1.2": ("20/20",) * 4,
        "2.2.1": ("4/4",) * 4,
        "2.2.2": ("full",) * 4,
    },
}
"""Round 2, by submission and indicator, one value a reviewer in the order of `FIVE`."""


@dataclass
class Town:
    """The campaign's folder, its ledger in memory, and a clock that ticks a minute a look."""

    folder: Path
    time: datetime = BEGIN
    store: MemoryStore = field(
        default_factory=lambda: MemoryStore(campaign=CAMPAIGN, desk="desk-1", new_id=numbered())
    )
    _ledger: Ledger | None = None

    def clock(self) -> datetime:
        """Return the next minute."""
        self.time += timedelta(minutes=1)
        return self.time

    def campaign(self) -> Campaign:
        """Return what the files say now."""
        return load_campaign(self.folder)

    def reload(self) -> None:
        """Read the files anew for the desks to come."""
        self._ledger = None

    def desk(self, who: str = "") -> Desk:
        """Return somebody's desk."""
        if self._ledger is None:
            self._ledger = Ledger(self.store, self.campaign(), self.clock)
        return Desk(self._ledger, who)

    def score(
        self, who: str, submission: str, indicator: str, value: str, remark: str = ""
    ) -> None:
        """Enter one observation."""
        self.desk(who).score(Entry(submission, indicator, value, remark))

    def hand_in(self, submission: str, text: str) -> None:
        """Change the submission's evidence, and receive it."""
        (self.folder / submission / "plan.txt").write_text(text, encoding="utf-8")
        self.desk("boss").receive(submission)

    def play(self, until: int = 4) -> "Town":
        """Work the rounds up to and including `until`; after the last the campaign is sealed."""
        for number, work in enumerate((self._first, self._second, self._third, self._fourth), 1):
            if number <= until:
                self.time = BEGIN + timedelta(days=10 * (number - 1))
                self.desk("boss").open_round(number)
                work()
                self.desk("boss").close_round(number)
        if until == 4:
            self.desk("boss").seal()
        return self

    def _first(self) -> None:
        for submission in MANIFESTS:
            self.desk("r1").complete(submission, "1.1.1/a", "ok")

    def _second(self) -> None:
        self.score_all()
        self.score("r3", "west", "V.1.1", "veto", "文号系伪造")
        due = date(2023, 6, 25)
        for entry in (
            FindingEntry("west", "2.1.1", "Q13", "说明日期倒置", due),
            FindingEntry("east", "1.1.1", "Q04", "补盖公章", due),
        ):
            self.desk("r1").add_finding(entry)

    def score_all(self) -> None:
        """Enter every observation of round 2 but findings and the veto."""
        for submission, cells in SCORES.items():
            for indicator, values in cells.items():
                for who, value in zip(FIVE, values, strict=False):
                    self.score(who, submission, indicator, value, remark=_remark(value))
        for indicator in SCORES[PROJECT]:
            self.score("r5", PROJECT, indicator, SCORES[PROJECT][indicator][0], "同意")
        self.desk("boss").recuse("r5", PROJECT, "曾任顾问")

    def _third(self) -> None:
        self.hand_in("east", "部署文件（补盖公章）")
        for who in FIVE:
            self.score(who, "east", "1.1.1", "A", "已补盖公章")
            self.score(who, "west", "2.1.1", "K1*2", "说明不足")
            self.score(who, "west", "1.1.1", SCORES["west"]["1.1.1"][FIVE.index(who)])
            self.score(who, "west", "1.2.1", "yes", "复核网址")
        self._settle("east", "1.1.1", "已补盖")
        self.desk("judge").rule("west", "1.1.1", "B", "部署属实，落实材料不足")

    def _settle(self, submission: str, indicator: str, answer: str) -> None:
        """Answer and accept the one finding of an item."""
        (finding,) = self.desk().standing().findings[submission, indicator]
        name = finding_name(finding)
        self.desk("boss").move_finding(name, "answer", Statement(answer, "facts"))
        self.desk("r1").move_finding(name, "accept", Statement())

    def _fourth(self) -> None:
        self._settle("west", "2.1.1", "系复印日期")
        self.desk("judge").rule("east", "B.1.1", "1", "一项做法已推广")
        self.desk("judge").rule("west", "V.1.1", "uphold", "鉴定为伪造")


def make_town(
    folder: Path,
    *,
    mode: str = "ranking",
    first_blind: bool = False,
    criteria: str = CRITERIA,
    settings: str = SETTINGS,
) -> Town:
    """Write the campaign's files and return its town."""
    _write(folder / "criteria" / "nine.toml", criteria)
    head = settings.format(mode=mode, first_blind=str(first_blind).lower())
    people = "".join(
        f'[[reviewer]]\nid = "{id}"\nname = "{name}"\nroles = ["{role}"]\n'
        for id, (name, role) in PEOPLE.items()
    )
    _write(folder / "campaign.toml", head + people)
    for id, (name, kind, claims) in MANIFESTS.items():
        _write(folder / id / "submission.toml", _manifest(id, name, kind, claims))
        _write(folder / id / "plan.txt", "部署文件")
    return Town(folder)


def _manifest(id: str, name: str, kind: str, claims: Mapping[str, float]) -> str:
    head = f'[submission]\nid = "{id}"\nname = "{name}"\nkind = "{kind}"\n'
    claimed = "".join(
        f'[[claim]]\nindicator = "{indicator}"\npoints = {points}\n'
        for indicator, points in claims.items()
    )
    evidence = (
        '[[evidence]]\nid = "E-1"\ntitle = "部署文件"\nfile = "plan.txt"\n'
        'indicators = ["1.1.1"]\nanswers = ["1.1.1/a"]\n'
    )
    return head + claimed + evidence


def _remark(value: str) -> str:
    return {"n/a": "无此事项", "missing": "未见材料"}.get(value, "")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
