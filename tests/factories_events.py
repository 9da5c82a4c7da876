"""Builders of drafts and events, and one story in which every kind of event happens."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

from rolcheck.events import codec
from rolcheck.events.types import Draft, Event, Kind

CAMPAIGN = "qingyu-2023"
DESK = "0123456789abcdef0123456789abcdef"
NOON = datetime(2023, 6, 12, 12, tzinfo=UTC)


def numbered(prefix: str = "e") -> Callable[[], str]:
    """Return a maker of ids: e1, e2, …"""
    numbers = count(1)
    return lambda: f"{prefix}{next(numbers)}"


def minutes(start: datetime = NOON) -> Iterator[datetime]:
    """Return times a minute apart, the first one being `start`."""
    return (start + timedelta(minutes=passed) for passed in count())


def score(author: str = "reviewer-01", *, value: str = "2.5", step: str = "") -> Draft:
    """Return an observation of one indicator in round 2."""
    return Draft(
        author=author,
        kind=Kind.SCORE_RECORDED,
        submission="yunlan",
        round=2,
        indicator="3.2.1",
        subject=author,
        payload={"value": value, "remark": "", "evidence": ["E-001"], "version": "9f3c"}
        | ({"step": step} if step else {}),
    )


def opened(number: int = 2) -> Draft:
    """Return the opening of a round."""
    return Draft("coordinator-01", Kind.ROUND_OPENED, round=number, payload={"returned": {}})


def sealed(*drafts: Draft) -> tuple[Event, ...]:
    """Return what `drafts` become in an empty ledger, a minute apart, with ids e1, e2, …"""
    last: dict[str, tuple[int, str]] = {}
    ids, times = numbered(), minutes()
    events = []
    for draft in drafts:
        seq, prev = last.get(draft.author, (0, codec.FIRST))
        at = next(times).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        event = codec.seal(
            draft, id=ids(), campaign=CAMPAIGN, desk=DESK, seq=seq + 1, at=at, prev=prev
        )
        last[draft.author] = (event.seq, event.hash)
        events.append(event)
    return tuple(events)


def story() -> tuple[Draft, ...]:
    """Return drafts of every kind, in an order that adds up where ids are e1, e2, …"""
    drafts = until_the_seal()
    return (*drafts, *after_the_seal(f"e{len(drafts) + 1}"))


def after_the_seal(first: str) -> tuple[Draft, ...]:
    """Return an objection with the id `first`, its decision, and the edition that followed."""
    boss, item = "coordinator-01", {"submission": "yunlan", "indicator": "3.2.1"}
    objection = {"number": 1, "objector": "云澜区司法局", "text": "已交", "made_on": "2023-07-20"}
    upheld = {"decision": "upheld", "reason": "确已提交", "value": "A", "arbiter": "arbiter-01"}
    edition = {"number": 2, "seal": "e" * 64, "reason": "异议成立", "frontier": []}
    return (
        Draft(boss, Kind.OBJECTION_ADDED, **item, round=2, payload=objection),
        Draft(boss, Kind.OBJECTION_DECIDED, **item, round=2, subject=first, payload=upheld),
        Draft(boss, Kind.EDITION_SEALED, round=2, payload=edition),
    )


def until_the_seal() -> tuple[Draft, ...]:
    """Return drafts of the kinds of events that there are up to the seal."""
    boss, one, two, arbiter = "coordinator-01", "reviewer-01", "reviewer-02", "arbiter-01"
    item = {"submission": "yunlan", "indicator": "3.2.1"}
    settings = {
        "criteria_sha256": "c" * 64,
        "criteria": {"criteria": {"id": "general"}, "catalogue": None},
        "campaign_sha256": "a" * 64,
        "campaign": {"campaign": {"id": CAMPAIGN, "title": "青屿市法治政府建设示范评估"}},
    }
    received = {
        "number": 1,
        "manifest": {"submission": {"id": "yunlan", "name": "云澜区", "kind": "district"}},
        "files": {"submission.toml": "5" * 64, "evidence/E-001.txt": "6" * 64},
        "versions": {"3.2.1": "9f3c"},
        "changed": ["3.2.1"],
    }
    seen = {"value": "B", "remark": "“签到表”缺两次", "evidence": ["E-001"], "version": "9f3c"}
    finding = {"number": 1, "code": "Q03", "asked": "补交签到表", "evidence": ["E-001"]}
    answer = {"nature": "facts", "text": "已补", "evidence": []}
    return (
        Draft(boss, Kind.SETTINGS_RECORDED, round=1, payload=settings),
        Draft(boss, Kind.MATERIAL_RECEIVED, submission="yunlan", round=1, payload=received),
        Draft(boss, Kind.ROUND_OPENED, round=1, payload={"returned": {}}),
        Draft(one, Kind.DECLARED, round=1, payload={"texts": ["回避承诺", "保密承诺"]}),
        Draft(
            boss,
            Kind.ASSIGNMENT_CHANGED,
            submission="yunlan",
            round=1,
            subject=one,
            payload={"action": "assign", "scope": ["3"]},
        ),
        Draft(one, Kind.VERDICT_RECORDED, **item, round=1, subject="a", payload={"verdict": "ok"}),
        Draft(
            boss,
            Kind.ROUND_CLOSED,
            round=1,
            payload={
                "frontier": [[one, DESK, 2, "e" * 64]],
                "disputes": [],
                "waived": [["assignment", "yunlan", "3.2.1", one]],
                "reason": "材料齐全",
            },
        ),
        Draft(boss, Kind.ROUND_REOPENED, round=1, payload={"reason": "漏看一项", "until": ""}),
        Draft(boss, Kind.ROUND_CLOSED, round=1, payload={"disputes": [], "waived": []}),
        Draft(boss, Kind.ROUND_OPENED, round=2, payload={"returned": {"yunlan": ["3.2.1"]}}),
        Draft(one, Kind.SCORE_RECORDED, **item, round=2, subject=one, payload=seen),
        Draft(boss, Kind.SCORE_RECORDED, **item, round=2, subject=two, payload=seen),
        Draft(two, Kind.SCORE_RECORDED, **item, round=2, subject=two, payload={"value": "C"}),
        Draft(
            two,
            Kind.STEP_UNDONE,
            **item,
            round=2,
            subject="e13",
            payload={"undone": [["score-recorded", "e13"]]},
        ),
        Draft(one, Kind.SCORE_KEPT, **item, round=2, subject=one, payload={**seen, "remark": ""}),
        Draft(
            boss,
            Kind.REVIEWER_RECUSED,
            submission="yunlan",
            round=2,
            subject=two,
            payload={"reason": "曾在该局任职"},
        ),
        Draft(boss, Kind.RECUSAL_LIFTED, submission="yunlan", subject=two, payload={"reason": "x"}),
        Draft(
            two,
            Kind.REVIEWER_ABSTAINED,
            submission="shilin",
            subject=two,
            payload={"reason": "亲属"},
        ),
        Draft(two, Kind.ABSTENTION_LIFTED, submission="shilin", subject=two, payload={}),
        Draft(one, Kind.FINDING_ADDED, **item, round=2, payload=finding),
        Draft(boss, Kind.FINDING_ANSWERED, **item, round=2, subject="e20", payload=answer),
        Draft(one, Kind.FINDING_REJECTED, **item, round=2, subject="e20", payload={"text": "不全"}),
        Draft(one, Kind.FINDING_ACCEPTED, **item, round=2, subject="e20", payload={"text": "齐"}),
        Draft(one, Kind.FINDING_ADDED, **item, round=2, payload=finding | {"number": 2}),
        Draft(one, Kind.FINDING_WITHDRAWN, **item, round=2, subject="e24", payload={"text": "重"}),
        Draft(boss, Kind.ITEM_RECALLED, **item, round=2, payload={"reason": "复核"}),
        Draft(
            arbiter,
            Kind.RULING_MADE,
            **item,
            round=2,
            payload={"value": "B", "reason": "合议", "version": "9f3c"},
        ),
        Draft(arbiter, Kind.RULING_LIFTED, **item, round=2, payload={"reason": "材料已更新"}),
        Draft(boss, Kind.CAMPAIGN_AMENDED, round=2, payload=settings | {"reason": "改截止日"}),
        Draft(boss, Kind.ROUND_CLOSED, round=2, payload={"disputes": [["yunlan", "3.2.1"]]}),
        Draft(boss, Kind.ASSIGNMENTS_PUBLISHED, round=2, payload={"lines": 3}),
        Draft(
            boss,
            Kind.CONFLICT_DISMISSED,
            submission="shilin",
            subject=two,
            payload={"reason": "远房"},
        ),
        Draft(boss, Kind.DISMISSAL_LIFTED, submission="shilin", subject=two, payload={}),
        Draft(
            boss,
            Kind.COMPONENT_IMPORTED,
            submission="yunlan",
            subject="survey",
            payload={"score": "88.5", "remark": "", "reason": "", "file": "survey.csv:2"},
        ),
        Draft(
            boss,
            Kind.FINDING_EXTENDED,
            submission="yunlan",
            indicator="3.2.1",
            subject="e20",
            payload={"due": "2023-07-07", "before": "2023-06-30", "text": "汛期"},
        ),
        Draft(
            boss,
            Kind.NOTICE_ISSUED,
            submission="yunlan",
            subject="区司法局",
            payload={
                "year": 2023,
                "number": 1,
                "day": "2023-06-12",
                "round": 2,
                "contact": "司法局联络员（虚构）",
                "findings": ["e24"],
                "days": {"e24": "2023-06-19"},
            },
        ),
        Draft(boss, Kind.ROUND_SEALED, round=2, payload={"seal": "d" * 64}),
    )
