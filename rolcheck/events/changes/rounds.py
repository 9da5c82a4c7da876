"""What the steps of rounds put into rows."""

from collections.abc import Sequence

from rolcheck.events.changes.reading import nested, number, text, whole
from rolcheck.events.rows import (
    Change,
    EditionRow,
    Patch,
    Put,
    RecallRow,
    ReceiptRow,
    RoundRow,
    SettingsRow,
)
from rolcheck.events.types import Event


def settings(event: Event) -> Sequence[Change]:
    """Settings on record."""
    row = SettingsRow(
        id=event.id,
        at=event.at,
        author=event.author,
        criteria_sha256=text(event, "criteria_sha256"),
        criteria=nested(event, "criteria", None),
        campaign_sha256=text(event, "campaign_sha256"),
        campaign=nested(event, "campaign", None),
        reason=text(event, "reason"),
    )
    return [Put(row)]


def received(event: Event) -> Sequence[Change]:
    """A receipt."""
    row = ReceiptRow(
        id=event.id,
        submission=event.submission or "",
        at=event.at,
        author=event.author,
        round=event.round,
        number=whole(event, "number"),
        manifest=nested(event, "manifest", {}),
        files=nested(event, "files", {}),
        versions=nested(event, "versions", {}),
        changed=nested(event, "changed", []),
    )
    return [Put(row)]


def opened(event: Event) -> Sequence[Change]:
    """A round that opens."""
    row = RoundRow(
        number=number(event),
        state="open",
        opened_at=event.at,
        closed_at=None,
        closes=None,
        reopened=False,
        returned=nested(event, "returned", {}),
        disputes="[]",
        waived="[]",
        seal=None,
    )
    return [Put(row)]


def closed(event: Event) -> Sequence[Change]:
    """A round that closes."""
    fields = {
        "state": "closed",
        "closed_at": event.at,
        "disputes": nested(event, "disputes", []),
        "waived": nested(event, "waived", []),
    }
    return [Patch(RoundRow, number(event), fields)]


def reopened(event: Event) -> Sequence[Change]:
    """A round that opens once more."""
    fields = {
        "state": "open",
        "closed_at": None,
        "closes": text(event, "until") or None,
        "reopened": True,
        "disputes": "[]",
        "waived": "[]",
    }
    return [Patch(RoundRow, number(event), fields)]


def sealed(event: Event) -> Sequence[Change]:
    """The seal, and with it the first edition."""
    seal = text(event, "seal")
    edition = EditionRow(event.id, 1, seal, "", event.author, event.at)
    return [Patch(RoundRow, number(event), {"state": "sealed", "seal": seal}), Put(edition)]


def recalled(event: Event) -> Sequence[Change]:
    """A recall."""
    row = RecallRow(
        id=event.id,
        round=number(event),
        submission=event.submission or "",
        indicator=event.indicator or "",
        reason=text(event, "reason"),
        author=event.author,
        at=event.at,
    )
    return [Put(row)]
