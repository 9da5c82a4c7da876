"""What imported components, objections and editions put into rows."""

from collections.abc import Sequence

from rolcheck.events.changes.reading import text, whole
from rolcheck.events.rows import Change, ComponentRow, EditionRow, ObjectionRow, Patch, Put
from rolcheck.events.types import Event


def component(event: Event) -> Sequence[Change]:
    """What a component came to for one submission."""
    row = ComponentRow(
        id=event.id,
        submission=event.submission or "",
        component=event.subject or "",
        score=text(event, "score"),
        remark=text(event, "remark"),
        reason=text(event, "reason"),
        file=text(event, "file"),
        author=event.author,
        at=event.at,
    )
    return [Put(row)]


def objection(event: Event) -> Sequence[Change]:
    """An objection."""
    row = ObjectionRow(
        id=event.id,
        number=whole(event, "number"),
        submission=event.submission or "",
        indicator=event.indicator or "",
        objector=text(event, "objector"),
        text=text(event, "text"),
        made_on=text(event, "made_on"),
        state="open",
        reason="",
        value="",
        decided_by="",
        decided_at=None,
        author=event.author,
        at=event.at,
    )
    return [Put(row)]


def decided(event: Event) -> Sequence[Change]:
    """What was decided on an objection."""
    fields = {
        "state": text(event, "decision"),
        "reason": text(event, "reason"),
        "value": text(event, "value"),
        "decided_by": text(event, "arbiter") or event.author,
        "decided_at": event.at,
    }
    return [Patch(ObjectionRow, event.subject or "", fields)]


def edition(event: Event) -> Sequence[Change]:
    """A later edition."""
    row = EditionRow(
        id=event.id,
        number=whole(event, "number"),
        seal=text(event, "seal"),
        reason=text(event, "reason"),
        author=event.author,
        at=event.at,
    )
    return [Put(row)]
