"""What assignments and bars put into rows."""

from collections.abc import Callable, Sequence

from rolcheck.events.changes.reading import nested, number, text
from rolcheck.events.rows import AssignmentRow, BarRow, Change, Put
from rolcheck.events.types import Event


def assigned(event: Event) -> Sequence[Change]:
    """A line of an assignment."""
    row = AssignmentRow(
        id=event.id,
        round=number(event),
        submission=event.submission or "",
        reviewer=event.subject or "",
        action=text(event, "action"),
        scope=nested(event, "scope", []),
        author=event.author,
        at=event.at,
    )
    return [Put(row)]


def bar(kind: str, *, in_force: bool) -> Callable[[Event], Sequence[Change]]:
    """A recusal or an abstention, coming into force or lifted."""

    def change(event: Event) -> Sequence[Change]:
        submission, reviewer = event.submission or "", event.subject or ""
        row = BarRow(
            id=f"{kind}/{submission}/{reviewer}",
            kind=kind,
            submission=submission,
            reviewer=reviewer,
            in_force=in_force,
            reason=text(event, "reason"),
            author=event.author,
            at=event.at,
        )
        return [Put(row)]

    return change
