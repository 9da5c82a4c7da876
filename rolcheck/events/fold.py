"""What an event changes: one function for every store, so that no two can differ."""

from collections.abc import Callable, Iterable

from rolcheck.events.changes import findings, people, results, review, rounds
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
    Kind.SETTINGS_RECORDED: rounds.settings,
    Kind.CAMPAIGN_AMENDED: rounds.settings,
    Kind.MATERIAL_RECEIVED: rounds.received,
    Kind.DECLARED: review.declared,
    Kind.ROUND_OPENED: rounds.opened,
    Kind.ROUND_CLOSED: rounds.closed,
    Kind.ROUND_REOPENED: rounds.reopened,
    Kind.ROUND_SEALED: rounds.sealed,
    Kind.ITEM_RECALLED: rounds.recalled,
    Kind.ASSIGNMENT_CHANGED: people.assigned,
    Kind.ASSIGNMENTS_PUBLISHED: people.published,
    Kind.REVIEWER_RECUSED: people.bar("recusal", in_force=True),
    Kind.RECUSAL_LIFTED: people.bar("recusal", in_force=False),
    Kind.REVIEWER_ABSTAINED: people.bar("abstention", in_force=True),
    Kind.ABSTENTION_LIFTED: people.bar("abstention", in_force=False),
    Kind.CONFLICT_DISMISSED: people.dismissal(in_force=True),
    Kind.DISMISSAL_LIFTED: people.dismissal(in_force=False),
    Kind.SCORE_RECORDED: review.observed,
    Kind.SCORE_KEPT: review.observed,
    Kind.VERDICT_RECORDED: review.verdict,
    Kind.STEP_UNDONE: review.undone,
    Kind.RULING_MADE: review.ruled,
    Kind.RULING_LIFTED: review.ruled,
    Kind.FINDING_ADDED: findings.finding,
    Kind.FINDING_ANSWERED: findings.moved("answer", "answered"),
    Kind.FINDING_ACCEPTED: findings.moved("accept", "accepted"),
    Kind.FINDING_REJECTED: findings.moved("reject", "open"),
    Kind.FINDING_WITHDRAWN: findings.moved("withdraw", "withdrawn"),
    Kind.FINDING_EXTENDED: findings.extended,
    Kind.NOTICE_ISSUED: findings.noticed,
    Kind.COMPONENT_IMPORTED: results.component,
    Kind.OBJECTION_ADDED: results.objection,
    Kind.OBJECTION_DECIDED: results.decided,
    Kind.EDITION_SEALED: results.edition,
}
