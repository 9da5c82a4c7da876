"""What reviewers and arbiters put into rows."""

from collections.abc import Sequence

from rolcheck.events.changes.reading import nested, number, text
from rolcheck.events.rows import (
    Change,
    DeclarationRow,
    ObservationRow,
    Patch,
    Put,
    Row,
    RulingRow,
    VerdictRow,
)
from rolcheck.events.types import Event, Kind

STEP_ROWS: dict[str, type[Row]] = {
    Kind.SCORE_RECORDED: ObservationRow,
    Kind.SCORE_KEPT: ObservationRow,
    Kind.VERDICT_RECORDED: VerdictRow,
    Kind.DECLARED: DeclarationRow,
}
"""What may be undone, and where it stands."""


def observed(event: Event) -> Sequence[Change]:
    """An observation, or one that is kept."""
    row = ObservationRow(
        id=event.id,
        submission=event.submission or "",
        indicator=event.indicator or "",
        reviewer=event.subject or "",
        round=number(event),
        value=text(event, "value"),
        remark=text(event, "remark"),
        evidence=nested(event, "evidence", []),
        version=text(event, "version"),
        at=event.at,
        author=event.author,
        kept=event.kind is Kind.SCORE_KEPT,
        step=text(event, "step") or event.id,
        undone=False,
    )
    return [Put(row)]


def verdict(event: Event) -> Sequence[Change]:
    """A verdict on an expected item."""
    row = VerdictRow(
        id=event.id,
        submission=event.submission or "",
        indicator=event.indicator or "",
        item=event.subject or "",
        verdict=text(event, "verdict"),
        reviewer=text(event, "reviewer") or event.author,
        round=number(event),
        at=event.at,
        step=text(event, "step") or event.id,
        undone=False,
        author=event.author,
        basis=text(event, "basis"),
    )
    return [Put(row)]


def declared(event: Event) -> Sequence[Change]:
    """Declarations."""
    row = DeclarationRow(
        id=event.id,
        reviewer=event.subject or event.author,
        texts=nested(event, "texts", []),
        round=event.round,
        at=event.at,
        step=text(event, "step") or event.id,
        undone=False,
        author=event.author,
    )
    return [Put(row)]


def undone(event: Event) -> Sequence[Change]:
    """A step that is taken back."""
    undone = event.payload["undone"]
    if not isinstance(undone, list):
        raise ValueError("an undone step names its events as [[kind, id], …]")
    return [Patch(STEP_ROWS[kind], key, {"undone": True}) for kind, key in undone]


def ruled(event: Event) -> Sequence[Change]:
    """A ruling, or its lifting."""
    row = RulingRow(
        id=event.id,
        submission=event.submission or "",
        indicator=event.indicator or "",
        value=text(event, "value"),
        reason=text(event, "reason"),
        version=text(event, "version"),
        round=number(event),
        author=event.subject or event.author,
        at=event.at,
    )
    return [Put(row)]
