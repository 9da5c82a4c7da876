"""What findings put into rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from rolcheck.events.changes.reading import nested, number, text, whole
from rolcheck.events.rows import Change, FindingMoveRow, FindingRow, NoticeRow, Patch, Put
from rolcheck.events.types import Event


def finding(event: Event) -> Sequence[Change]:
    """A new finding."""
    row = FindingRow(
        id=event.id,
        number=whole(event, "number"),
        submission=event.submission or "",
        indicator=event.indicator or "",
        code=text(event, "code"),
        asked=text(event, "asked"),
        evidence=nested(event, "evidence", []),
        due=text(event, "due") or None,
        state="open",
        round=number(event),
        author=event.subject or event.author,
        at=event.at,
        step=text(event, "step"),
        seen=text(event, "seen"),
        items=nested(event, "items", []),
    )
    return [Put(row)]


def moved(move: str, state: str) -> Callable[[Event], Sequence[Change]]:
    """A step in the life of a finding, after which it has `state`."""

    def change(event: Event) -> Sequence[Change]:
        return [Patch(FindingRow, event.subject or "", {"state": state}), Put(_move(event, move))]

    return change


def extended(event: Event) -> Sequence[Change]:
    """A later day by which a finding is to be answered; its state stays."""
    due = text(event, "due")
    return [
        Patch(FindingRow, event.subject or "", {"due": due}),
        Put(replace(_move(event, "extend"), due=due)),
    ]


def noticed(event: Event) -> Sequence[Change]:
    """A correction notice; it sets a day for the findings that had none."""
    row = NoticeRow(
        id=event.id,
        year=whole(event, "year"),
        number=whole(event, "number"),
        submission=event.submission or "",
        unit=event.subject or "",
        day=text(event, "day"),
        contact=text(event, "contact"),
        findings=nested(event, "findings", []),
        author=event.author,
        round=whole(event, "round"),
        at=event.at,
    )
    days = event.payload.get("days", {})
    if not isinstance(days, Mapping):
        raise ValueError("a notice sets days as {finding: day}")
    return [Put(row), *(Patch(FindingRow, id, {"due": str(day)}) for id, day in days.items())]


def _move(event: Event, move: str) -> FindingMoveRow:
    return FindingMoveRow(
        id=event.id,
        finding=event.subject or "",
        move=move,
        nature=text(event, "nature"),
        text=text(event, "text"),
        evidence=nested(event, "evidence", []),
        author=event.author,
        round=event.round,
        at=event.at,
    )
