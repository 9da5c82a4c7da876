"""What an event changes: one function for every store, so that no two can differ."""

from collections.abc import Callable, Iterable

from rolcheck.events import changes
from rolcheck.events.rows import Change, Tables
from rolcheck.events.types import Event, Kind


def fold(event: Event) -> tuple[Change, ...]:
    """Return the row changes of `event`, in order; they depend on nothing but the event."""
    return tuple(FOLDS[event.kind](event))


def fold_all(events: Iterable[Event], into: Tables | None = None) -> Tables:
    """Return the tables that `events`, in recording order, add up to."""
    tables = into or Tables()
    for event in events:
        for change in fold(event):
            tables.apply(change)
    return tables


FOLDS: dict[Kind, Callable[[Event], Iterable[Change]]] = {
    Kind.SETTINGS_RECORDED: changes.settings,
    Kind.CAMPAIGN_AMENDED: changes.settings,
    Kind.MATERIAL_RECEIVED: changes.received,
    Kind.DECLARED: changes.declared,
    Kind.ROUND_OPENED: changes.opened,
    Kind.ROUND_CLOSED: changes.closed,
    Kind.ROUND_REOPENED: changes.reopened,
    Kind.ROUND_SEALED: changes.sealed,
    Kind.ITEM_RECALLED: changes.recalled,
    Kind.ASSIGNMENT_CHANGED: changes.assigned,
    Kind.REVIEWER_RECUSED: changes.bar("recusal", in_force=True),
    Kind.RECUSAL_LIFTED: changes.bar("recusal", in_force=False),
    Kind.REVIEWER_ABSTAINED: changes.bar("abstention", in_force=True),
    Kind.ABSTENTION_LIFTED: changes.bar("abstention", in_force=False),
    Kind.SCORE_RECORDED: changes.observed,
    Kind.SCORE_KEPT: changes.observed,
    Kind.VERDICT_RECORDED: changes.verdict,
    Kind.STEP_UNDONE: changes.undone,
    Kind.RULING_MADE: changes.ruled,
    Kind.RULING_LIFTED: changes.ruled,
    Kind.FINDING_ADDED: changes.finding,
    Kind.FINDING_ANSWERED: changes.moved("answer", "answered"),
    Kind.FINDING_ACCEPTED: changes.moved("accept", "accepted"),
    Kind.FINDING_REJECTED: changes.moved("reject", "open"),
    Kind.FINDING_WITHDRAWN: changes.moved("withdraw", "withdrawn"),
}
