"""More time for the answer to a finding: once, for a reason."""

from datetime import date, datetime

from rolcheck.base.clock import parse_stamp
from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.campaign.permissions import Action, must_be_allowed
from rolcheck.campaign.standing import Standing
from rolcheck.desk.findings.asking import day_within
from rolcheck.desk.findings.life import find, finding_name
from rolcheck.desk.gates import must_say_why
from rolcheck.desk.sight import Sight
from rolcheck.events.rows import FindingRow
from rolcheck.events.types import Draft, Kind

EXTEND = "extend"


def extend(
    standing: Standing,
    who: str,
    name: str,
    reason: str,
    *,
    due: date | None = None,
    within: int = 0,
    now: datetime,
) -> list[Draft]:
    """Return the extension of the time in which a finding is to be answered.

    Args:
        standing: How the campaign stands.
        who: A coordinator.
        name: ``F482137``.
        reason: Why; not empty.
        due: The later day; None for `within`, or half of the first time once more.
        within: Working days from now; 0 for `due`.
        now: The clock's time.

    Raises:
        InputError: No such finding, no reason, or a day that is not later.
        RefusedError: The person may not, it is not open, has no day, or had its extension.
    """
    must_be_allowed(standing.settings, who, Action.EXTEND_FINDINGS)
    row = find(Sight(standing, who), name)
    why = must_say_why(reason)
    before = must_be_extendable(standing, who, row)
    if within:
        due = day_within(
            standing.settings, now.astimezone(standing.settings.timezone).date(), within
        )
    day = _must_be_later(due or half_more(standing, row, before), before)
    payload = {"due": day.isoformat(), "before": before.isoformat(), "text": why}
    number, kind = standing.open_round, Kind.FINDING_EXTENDED
    return [Draft(who, kind, row.submission, number, row.indicator, row.id, payload)]


def _must_be_later(day: date, before: date) -> date:
    if day <= before:
        raise InputError(
            N_("{day} is not later than {before}, by when it is due"),
            day=day.isoformat(),
            before=before.isoformat(),
        )
    return day


def must_be_extendable(standing: Standing, who: str, row: FindingRow) -> date:
    """Return by when a finding is due whose time may be extended now.

    Raises:
        InputError: Nobody is named so.
        RefusedError: The person may not, it is not open, has no day, or had its extension.
    """
    must_be_allowed(standing.settings, who, Action.EXTEND_FINDINGS)
    if row.state != "open":
        raise RefusedError(
            N_("finding {name} is {finding_state}"),
            name=finding_name(row),
            finding_state=row.state,
        )
    if row.due is None:
        raise RefusedError(
            N_("finding {name} has no day that could be put off"), name=finding_name(row)
        )
    if any(move.move == EXTEND for move in standing.finding_moves.get(row.id, ())):
        raise RefusedError(
            N_("finding {name} had its extension: it is given once"), name=finding_name(row)
        )
    return date.fromisoformat(row.due)


def half_more(standing: Standing, row: FindingRow, due: date) -> date:
    """Return the day half as many working days later as there were at first, rounded up."""
    asked = parse_stamp(row.at).astimezone(standing.settings.timezone).date()
    calendar = standing.settings.working_days
    days = calendar.between(asked, due)
    return calendar.after(due, max((days + 1) // 2, 1))
