"""Builders of a standing from a handful of rows: no desk, no ledger, no files.

Two submissions, three reviewers, four rounds; the criteria hold one indicator of each sort that
the rounds tell apart. Rows get ids and times in the order in which they are built.
"""

from decimal import Decimal
from itertools import count
from json import dumps

import tomli

from rolcheck.base.toml import validated
from rolcheck.campaign.settings import Settings
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Criteria, Indicator
from rolcheck.events.rows import (
    AssignmentRow,
    BarRow,
    FindingRow,
    ObservationRow,
    Put,
    RecallRow,
    ReceiptRow,
    RoundRow,
    Row,
    RulingRow,
    Tables,
    VerdictRow,
)
from rolcheck.submission.manifest import Manifest

CRITERIA = """
[criteria]
id = "c"
title = "指标"
[[area]]
id = "1"
title = "领域"
[[group]]
id = "1.1"
title = "组"
[[indicator]]
id = "1.1.1"
title = "实质审查起评"
points = 4
not-applicable = true
evidence = [ { id = "a", title = "文件" }, { id = "b", title = "照片", required = false } ]
[indicator.rule]
kind = "points"
[[indicator]]
id = "1.1.2"
title = "复审起评"
points = 2
first-scored = "re-examination"
[indicator.rule]
kind = "binary"
[[indicator]]
id = "1.1.3"
title = "终审起评"
points = 2
first-scored = "final"
[indicator.rule]
kind = "binary"
[[indicator]]
id = "1.1.4"
title = "加分"
first-scored = "re-examination"
[indicator.rule]
kind = "bonus"
at-most = 1
[[indicator]]
id = "1.1.5"
title = "否决"
[indicator.rule]
kind = "veto"
"""

HEAD = """
id = "town"
title = "评估"
criteria = "c"
period = { start = 2023-01-01, end = 2023-12-31 }
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
    for id, role in (
        ("r1", "reviewer"),
        ("r2", "reviewer"),
        ("r3", "reviewer"),
        ("boss", "coordinator"),
        ("judge", "arbiter"),
    )
)

_numbers = count(1)


def settings(
    *,
    head: str = "",
    aggregation: str = "quorum = 2",
    rounds: str = ROUNDS,
    people: str = PEOPLE,
    more: str = "",
) -> Settings:
    """Return campaign.toml as a model; `head` and `aggregation` are lines of these tables."""
    text = f"[campaign]{HEAD}{head}\n[aggregation]\n{aggregation}\n{rounds}{people}{more}"
    return validated(Settings, tomli.loads(text, parse_float=Decimal))


def criteria(text: str = CRITERIA) -> Criteria:
    """Return the criteria that `text` stands for."""
    return validated(Criteria, tomli.loads(text, parse_float=Decimal))


def indicator(name: str) -> Indicator:
    """Return one indicator of the criteria above."""
    return criteria().indicator(name)


def manifest(id: str, more: str = "") -> Manifest:
    """Return a manifest; `more` is TOML beside its name."""
    text = f'[submission]\nid = "{id}"\nname = "{id}区"\n{more}'
    return validated(Manifest, tomli.loads(text, parse_float=Decimal))


def standing(
    *rows: Row,
    under: Settings | None = None,
    by: Criteria | None = None,
    manifests: tuple[Manifest, ...] | None = None,
) -> Standing:
    """Return how a campaign stands upon `rows`; by default east and west take part."""
    tables = Tables()
    for row in rows:
        tables.apply(Put(row))
    handed_in = manifests or (manifest("east"), manifest("west"))
    return Standing(
        under or settings(),
        by or criteria(),
        {one.submission.id: one for one in handed_in},
        tables,
    )


def round_row(
    number: int,
    state: str = "open",
    *,
    returned: dict[str, dict[str, list[str]]] | None = None,
    disputes: tuple[tuple[str, str], ...] = (),
    reopened: bool = False,
) -> RoundRow:
    """Return a round that was opened."""
    return RoundRow(
        number=number,
        state=state,
        opened_at=_at(),
        closed_at=None if state == "open" else _at(),
        closes=None,
        reopened=reopened,
        returned=dumps(returned or {}),
        disputes=dumps(disputes),
        waived="[]",
        seal=None,
    )


def observed(
    reviewer: str,
    value: str = "3",
    *,
    round: int = 2,
    submission: str = "east",
    indicator: str = "1.1.1",
    version: str = "",
    undone: bool = False,
) -> ObservationRow:
    """Return an observation."""
    return ObservationRow(
        id=_id(),
        submission=submission,
        indicator=indicator,
        reviewer=reviewer,
        round=round,
        value=value,
        remark="",
        evidence="[]",
        version=version,
        at=_at(),
        author=reviewer,
        kept=False,
        step="",
        undone=undone,
    )


def received(submission: str = "east", *, round: int | None = None, **versions: str) -> ReceiptRow:
    """Return a receipt; `versions` by indicator, ``i1_1_1="v2"`` being 1.1.1, all changed."""
    named = {name[1:].replace("_", "."): version for name, version in versions.items()}
    return ReceiptRow(
        id=_id(),
        submission=submission,
        at=_at(),
        author="boss",
        round=round,
        number=1,
        manifest="{}",
        files="{}",
        versions=dumps(named),
        changed=dumps(list(named)),
    )


def ruled(
    value: str = "2",
    *,
    submission: str = "east",
    indicator: str = "1.1.1",
    version: str = "",
    round: int = 3,
) -> RulingRow:
    """Return a ruling; an empty value lifts the one before."""
    return RulingRow(_id(), submission, indicator, value, "依据", version, round, "judge", _at())


def found(
    state: str = "open",
    *,
    submission: str = "east",
    indicator: str = "1.1.1",
    round: int = 2,
    due: str | None = None,
    id: str = "",
) -> FindingRow:
    """Return a finding."""
    return FindingRow(
        id=id or _id(),
        number=1,
        submission=submission,
        indicator=indicator,
        code="Q01",
        asked="补",
        evidence="[]",
        due=due,
        state=state,
        round=round,
        author="r1",
        at=_at(),
    )


def verdict(item: str = "a", *, submission: str = "east", undone: bool = False) -> VerdictRow:
    """Return the verdict on one expected item of 1.1.1."""
    return VerdictRow(_id(), submission, "1.1.1", item, "ok", "r1", 1, _at(), "", undone, "r1")


def barred(
    reviewer: str,
    kind: str = "recusal",
    *,
    submission: str = "east",
    in_force: bool = True,
    conflict: str = "",
) -> BarRow:
    """Return a bar."""
    return BarRow(_id(), kind, submission, reviewer, in_force, "亲属", "boss", _at(), conflict)


def assigned(
    reviewer: str,
    *scope: str,
    action: str = "assign",
    round: int = 2,
    submission: str = "east",
    draft: bool = False,
) -> AssignmentRow:
    """Return one line of an assignment; no scope is everything."""
    return AssignmentRow(
        _id(), round, submission, reviewer, action, dumps(scope), "boss", _at(), draft
    )


def recalled(indicator: str = "1.1.1", *, round: int = 3, submission: str = "east") -> RecallRow:
    """Return a recall."""
    return RecallRow(_id(), round, submission, indicator, "再看", "boss", _at())


def _id() -> str:
    return f"row{next(_numbers)}"


def _at() -> str:
    return f"2023-06-12T12:00:00.{next(_numbers):06}Z"
