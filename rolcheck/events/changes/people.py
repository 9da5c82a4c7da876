"""What assignments and bars put into rows."""

from collections.abc import Callable, Sequence

from rolcheck.events.changes.reading import nested, number, text
from rolcheck.events.rows import AssignmentRow, BarRow, Change, DismissalRow, PublicationRow, Put
from rolcheck.events.rows.people import pair_id
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
        draft=event.payload.get("draft") is True,
    )
    return [Put(row)]


def published(event: Event) -> Sequence[Change]:
    """Assignments of a round that are published."""
    return [Put(PublicationRow(event.id, number(event), event.author, event.at))]


def bar(kind: str, *, in_force: bool) -> Callable[[Event], Sequence[Change]]:
    """A recusal or an abstention, coming into force or lifted."""

    def change(event: Event) -> Sequence[Change]:
        submission, reviewer = event.submission or "", event.subject or ""
        row = BarRow(
            id=pair_id(kind, submission, reviewer),
            kind=kind,
            submission=submission,
            reviewer=reviewer,
            in_force=in_force,
            reason=text(event, "reason"),
            author=event.author,
            at=event.at,
            conflict=text(event, "conflict"),
        )
        return [Put(row)]

    return change


def dismissal(*, in_force: bool) -> Callable[[Event], Sequence[Change]]:
    """A conflict that is ruled to be none, or that ruling lifted."""

    def change(event: Event) -> Sequence[Change]:
        submission, reviewer = event.submission or "", event.subject or ""
        row = DismissalRow(
            id=pair_id(submission, reviewer),
            submission=submission,
            reviewer=reviewer,
            in_force=in_force,
            reason=text(event, "reason"),
            author=event.author,
            at=event.at,
        )
        return [Put(row)]

    return change
