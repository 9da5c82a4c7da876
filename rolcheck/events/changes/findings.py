"""What findings put into rows."""

from collections.abc import Callable, Sequence

from rolcheck.events.changes.reading import nested, number, text, whole
from rolcheck.events.rows import Change, FindingMoveRow, FindingRow, Patch, Put
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
    )
    return [Put(row)]


def moved(move: str, state: str) -> Callable[[Event], Sequence[Change]]:
    """A step in the life of a finding, after which it has `state`."""

    def change(event: Event) -> Sequence[Change]:
        finding = event.subject or ""
        row = FindingMoveRow(
            id=event.id,
            finding=finding,
            move=move,
            nature=text(event, "nature"),
            text=text(event, "text"),
            evidence=nested(event, "evidence", []),
            author=event.author,
            round=event.round,
            at=event.at,
        )
        return [Patch(FindingRow, finding, {"state": state}), Put(row)]

    return change
