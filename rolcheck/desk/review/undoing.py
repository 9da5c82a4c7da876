"""Taking one's own last step of the open round back, whosever scores and verdicts it holds."""

from collections.abc import Sequence
from datetime import datetime

from rolcheck.base.errors import RefusedError
from rolcheck.base.messages import N_
from rolcheck.campaign.openings import LIVE_FINDINGS
from rolcheck.campaign.permissions import Action, must_be_allowed
from rolcheck.campaign.standing import Standing
from rolcheck.desk.gates import must_be_in_round, must_be_in_time, must_not_be_barred
from rolcheck.events.rows import DeclarationRow, FindingRow, ObservationRow, VerdictRow
from rolcheck.events.types import Draft, Kind

Undoable = ObservationRow | VerdictRow | DeclarationRow


def last_step(standing: Standing, who: str) -> tuple[Undoable, ...]:
    """Return the rows of the person's last step in the open round that still stands."""
    number, tables = standing.open_round, standing.tables
    rows: list[Undoable] = [
        *tables.of(ObservationRow),
        *tables.of(VerdictRow),
        *tables.of(DeclarationRow),
    ]
    own = [row for row in rows if row.author == who and not row.undone and row.round == number]
    if not own or number is None:
        return ()
    last = max(own, key=lambda row: row.at)
    return tuple(row for row in own if row.step == last.step)


def undo(standing: Standing, who: str, now: datetime) -> list[Draft]:
    """Return the events that take the person's last step of the open round back.

    Findings that an import brought, and that nobody settled since, are withdrawn with it.

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
    return [*_withdrawn(standing, who, rows[0].step), _undone(who, number, rows)]


def _undone(who: str, number: int, rows: Sequence[Undoable]) -> Draft:
    submission, indicator = _cell(rows[0])
    return Draft(
        who,
        Kind.STEP_UNDONE,
        submission=submission,
        round=number,
        indicator=indicator,
        subject=rows[0].step,
        payload={"undone": [[_kind(row).value, row.id] for row in rows]},
    )


def _withdrawn(standing: Standing, who: str, step: str) -> list[Draft]:
    return [
        Draft(
            who,
            Kind.FINDING_WITHDRAWN,
            submission=row.submission,
            round=standing.open_round,
            indicator=row.indicator,
            subject=row.id,
            payload={"text": "", "nature": "", "evidence": []},
        )
        for row in standing.tables.of(FindingRow)
        if row.step == step and row.state in LIVE_FINDINGS
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
