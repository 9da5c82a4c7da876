"""What each kind of event puts into which row."""

from collections.abc import Callable, Sequence

from rolcheck.base.canon import canonical
from rolcheck.events.rows import (
    AssignmentRow,
    BarRow,
    Change,
    DeclarationRow,
    FindingMoveRow,
    FindingRow,
    ObservationRow,
    Patch,
    Put,
    RecallRow,
    ReceiptRow,
    RoundRow,
    Row,
    RulingRow,
    SettingsRow,
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


def _text(event: Event, name: str) -> str:
    value = event.payload.get(name, "")
    return value if isinstance(value, str) else canonical(value)


def _json(event: Event, name: str, empty: object) -> str:
    return canonical(event.payload.get(name, empty))


def _whole(event: Event, name: str) -> int:
    value = event.payload[name]
    if not isinstance(value, int):
        raise ValueError(f"{name} is no whole number")
    return value


def _number(event: Event) -> int:
    if event.round is None:
        raise ValueError(f"{event.kind} without a round")
    return event.round


def settings(event: Event) -> Sequence[Change]:
    """Settings on record."""
    row = SettingsRow(
        id=event.id,
        at=event.at,
        author=event.author,
        criteria_sha256=_text(event, "criteria_sha256"),
        criteria=_json(event, "criteria", None),
        campaign_sha256=_text(event, "campaign_sha256"),
        campaign=_json(event, "campaign", None),
        reason=_text(event, "reason"),
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
        number=_whole(event, "number"),
        manifest=_json(event, "manifest", {}),
        files=_json(event, "files", {}),
        versions=_json(event, "versions", {}),
        changed=_json(event, "changed", []),
    )
    return [Put(row)]


def opened(event: Event) -> Sequence[Change]:
    """A round that opens."""
    row = RoundRow(
        number=_number(event),
        state="open",
        opened_at=event.at,
        closed_at=None,
        closes=None,
        reopened=False,
        returned=_json(event, "returned", {}),
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
        "disputes": _json(event, "disputes", []),
        "waived": _json(event, "waived", []),
    }
    return [Patch(RoundRow, _number(event), fields)]


def reopened(event: Event) -> Sequence[Change]:
    """A round that opens once more."""
    fields = {
        "state": "open",
        "closed_at": None,
        "closes": _text(event, "until") or None,
        "reopened": True,
        "disputes": "[]",
        "waived": "[]",
    }
    return [Patch(RoundRow, _number(event), fields)]


def sealed(event: Event) -> Sequence[Change]:
    """The seal."""
    return [Patch(RoundRow, _number(event), {"state": "sealed", "seal": _text(event, "seal")})]


def recalled(event: Event) -> Sequence[Change]:
    """A recall."""
    row = RecallRow(
        id=event.id,
        round=_number(event),
        submission=event.submission or "",
        indicator=event.indicator or "",
        reason=_text(event, "reason"),
        author=event.author,
        at=event.at,
    )
    return [Put(row)]


def assigned(event: Event) -> Sequence[Change]:
    """A line of an assignment."""
    row = AssignmentRow(
        id=event.id,
        round=_number(event),
        submission=event.submission or "",
        reviewer=event.subject or "",
        action=_text(event, "action"),
        scope=_json(event, "scope", []),
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
            reason=_text(event, "reason"),
            author=event.author,
            at=event.at,
        )
        return [Put(row)]

    return change


def observed(event: Event) -> Sequence[Change]:
    """An observation, or one that is kept."""
    row = ObservationRow(
        id=event.id,
        submission=event.submission or "",
        indicator=event.indicator or "",
        reviewer=event.subject or "",
        round=_number(event),
        value=_text(event, "value"),
        remark=_text(event, "remark"),
        evidence=_json(event, "evidence", []),
        version=_text(event, "version"),
        at=event.at,
        author=event.author,
        kept=event.kind is Kind.SCORE_KEPT,
        step=_text(event, "step") or event.id,
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
        verdict=_text(event, "verdict"),
        reviewer=_text(event, "reviewer") or event.author,
        round=_number(event),
        at=event.at,
        step=_text(event, "step") or event.id,
        undone=False,
        author=event.author,
    )
    return [Put(row)]


def declared(event: Event) -> Sequence[Change]:
    """Declarations."""
    row = DeclarationRow(
        id=event.id,
        reviewer=event.subject or event.author,
        texts=_json(event, "texts", []),
        round=event.round,
        at=event.at,
        step=_text(event, "step") or event.id,
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
        value=_text(event, "value"),
        reason=_text(event, "reason"),
        version=_text(event, "version"),
        round=_number(event),
        author=event.subject or event.author,
        at=event.at,
    )
    return [Put(row)]


def finding(event: Event) -> Sequence[Change]:
    """A new finding."""
    row = FindingRow(
        id=event.id,
        number=_whole(event, "number"),
        submission=event.submission or "",
        indicator=event.indicator or "",
        code=_text(event, "code"),
        asked=_text(event, "asked"),
        evidence=_json(event, "evidence", []),
        due=_text(event, "due") or None,
        state="open",
        round=_number(event),
        author=event.subject or event.author,
        at=event.at,
        step=_text(event, "step"),
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
            nature=_text(event, "nature"),
            text=_text(event, "text"),
            evidence=_json(event, "evidence", []),
            author=event.author,
            round=event.round,
            at=event.at,
        )
        return [Patch(FindingRow, finding, {"state": state}), Put(row)]

    return change
