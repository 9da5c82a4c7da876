"""Declarations, verdicts of the completeness round, and taking one's last step back."""

from datetime import datetime

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.campaign.permissions import Action, must_be_allowed
from rolcheck.campaign.standing import Standing
from rolcheck.desk.gates import (
    must_be_in_round,
    must_be_in_time,
    must_be_on_own_item,
    must_not_be_barred,
)
from rolcheck.events.rows import DeclarationRow, ObservationRow, VerdictRow
from rolcheck.events.types import Draft, Kind

VERDICTS = ("ok", "supplement", "missing")


def declare(standing: Standing, who: str) -> list[Draft]:
    """Return the reviewer's declarations; nothing if they stand already.

    Raises:
        RefusedError: The person is no reviewer, or the campaign asks for none.
    """
    must_be_allowed(standing.settings, who, Action.DECLARE)
    asked = standing.settings.campaign.declarations
    if not asked:
        raise RefusedError(N_("this campaign asks for no declarations"))
    if who in standing.declared:
        return []
    return [Draft(who, Kind.DECLARED, round=standing.open_round, payload={"texts": list(asked)})]


def complete(standing: Standing, who: str, submission: str, item: str, verdict: str) -> list[Draft]:
    """Return the verdict on one expected item; nothing if it stands already.

    Args:
        standing: How the campaign stands.
        who: The reviewer.
        submission: Whose material.
        item: ``INDICATOR/ITEM``.
        verdict: One of `VERDICTS`.

    Raises:
        InputError: No such submission, indicator, item or verdict.
        RefusedError: No completeness round is open, or the item is not the reviewer's own.
    """
    must_be_allowed(standing.settings, who, Action.GIVE_VERDICTS)
    standing.manifest(submission)
    indicator, name = _expected(standing, item)
    _must_be_verdict(verdict)
    number = _completeness_round(standing)
    must_be_on_own_item(standing, number, submission, indicator, who)
    before = standing.verdicts.get((submission, indicator, name))
    if before and before.verdict == verdict and before.reviewer == who:
        return []
    return [
        Draft(
            who,
            Kind.VERDICT_RECORDED,
            submission=submission,
            round=number,
            indicator=indicator,
            subject=name,
            payload={"verdict": verdict},
        )
    ]


def _must_be_verdict(word: str) -> None:
    if word not in VERDICTS:
        raise InputError(
            N_("no verdict '{verdict}'"),
            hint=N_("give one of {known}"),
            verdict=word,
            known=", ".join(VERDICTS),
        )


def _completeness_round(standing: Standing) -> int:
    number = must_be_in_round(standing, None)
    kind = standing.plan(number).kind
    if kind != "completeness":
        raise RefusedError(
            N_("verdicts belong to the completeness round; round {number} is {kind}"),
            number=number,
            kind=kind,
        )
    return number


def _expected(standing: Standing, item: str) -> tuple[str, str]:
    indicator_id, _, name = item.partition("/")
    indicator = standing.criteria.indicator(indicator_id)
    items = [expected.id for expected in indicator.evidence]
    if name not in items:
        raise InputError(
            N_("no expected item '{item}'"),
            hint=N_("{indicator} expects {items}"),
            item=item,
            indicator=indicator.id,
            items=", ".join(f"{indicator.id}/{one}" for one in items) or "-",
        )
    return indicator.id, name


Undoable = ObservationRow | VerdictRow | DeclarationRow


def last_step(standing: Standing, who: str) -> tuple[Undoable, ...]:
    """Return the rows of the person's last step in the open round that still stands."""
    number = standing.open_round
    rows: list[Undoable] = [row for row in standing.tables.of(ObservationRow) if row.author == who]
    rows += [row for row in standing.tables.of(VerdictRow) if row.reviewer == who]
    rows += [row for row in standing.tables.of(DeclarationRow) if row.reviewer == who]
    standing_rows = [row for row in rows if not row.undone and row.round == number]
    if not standing_rows or number is None:
        return ()
    last = max(standing_rows, key=lambda row: row.at)
    return tuple(row for row in standing_rows if row.step == last.step)


def undo(standing: Standing, who: str, now: datetime) -> list[Draft]:
    """Return the event that takes the person's last step of the open round back.

    Raises:
        RefusedError: No round is open, there is nothing to take back, or it is too late.
    """
    must_be_allowed(standing.settings, who, Action.UNDO)
    number = must_be_in_round(standing, None)
    rows = last_step(standing, who)
    if not rows:
        raise RefusedError(
            N_("{who} has nothing to take back in round {number}"), who=who, number=number
        )
    if any(isinstance(row, ObservationRow) for row in rows):
        must_be_in_time(standing, number, now)
    for row in rows:
        if not isinstance(row, DeclarationRow) and row.reviewer == who:
            must_not_be_barred(standing, row.submission, who)
    submission, indicator = _cell(rows[0])
    return [
        Draft(
            who,
            Kind.STEP_UNDONE,
            submission=submission,
            round=number,
            indicator=indicator,
            subject=rows[0].step,
            payload={"undone": [[_kind(row).value, row.id] for row in rows]},
        )
    ]


def _cell(row: Undoable) -> tuple[str, str]:
    """Return the submission and indicator of a row; a declaration is about none."""
    return ("", "") if isinstance(row, DeclarationRow) else (row.submission, row.indicator)


def _kind(row: Undoable) -> Kind:
    if isinstance(row, VerdictRow):
        return Kind.VERDICT_RECORDED
    if isinstance(row, DeclarationRow):
        return Kind.DECLARED
    return Kind.SCORE_KEPT if row.kept else Kind.SCORE_RECORDED
