"""The questions that every entry must pass: is a round open, in time, assigned, declared?"""

from collections.abc import Iterable
from datetime import UTC, datetime

from rolcheck.base.clock import parse_stamp
from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean
from rolcheck.campaign.permissions import person
from rolcheck.campaign.standing import Standing

BAR_MESSAGES = {
    "recusal": N_("{who} is recused from {submission}"),
    "abstention": N_("{who} has stepped back from {submission}"),
    "own-office": N_("{who} belongs to an office that hands in {submission}"),
    "own-district": N_("{who} belongs to an office of the district that hands in {submission}"),
}
CONFLICT_MESSAGES = {
    "recusal": N_("{who} is recused from {submission} ({conflict})"),
    "abstention": N_("{who} has stepped back from {submission} ({conflict})"),
}


def must_be_in_round(standing: Standing, number: int | None) -> int:
    """Return the number of the open round.

    Raises:
        InputError: The campaign has no round `number`.
        RefusedError: No round is open, or another one than `number` is.
    """
    if number is not None:
        standing.plan(number)
        if standing.open_round != number:
            raise RefusedError(
                N_("round {number} is {state}"), number=number, state=standing.state_of(number)
            )
    if standing.open_round is None:
        raise RefusedError(
            N_("no round is open"), hint=N_("a coordinator opens one: rolcheck round open N")
        )
    return standing.open_round


def must_be_in_state(standing: Standing, number: int, state: str) -> None:
    """Check how far a round has come.

    Raises:
        RefusedError: It is in another state.
    """
    actual = standing.state_of(number)
    if actual != state:
        raise RefusedError(
            N_("round {number} is {state}, not {wanted}"),
            number=number,
            state=actual,
            wanted=state,
        )


def hard_end(standing: Standing, number: int) -> datetime | None:
    """Return when scoring in a round ends by itself, in UTC; None where a closing ends it."""
    row = standing.rounds.get(number)
    if row is not None and row.reopened:
        return parse_stamp(row.closes) if row.closes else None
    closes = standing.plan(number).closes
    if closes is None:
        return None
    if closes.tzinfo is None:
        closes = closes.replace(tzinfo=standing.settings.timezone)
    return closes.astimezone(UTC)


def must_be_in_time(standing: Standing, number: int, now: datetime) -> None:
    """Check that scores are still taken in the open round.

    Raises:
        RefusedError: Its hard end has passed.
    """
    end = hard_end(standing, number)
    if end is not None and now > end:
        raise RefusedError(
            N_("round {number} took scores until {end}"),
            number=number,
            end=end.astimezone(standing.settings.timezone).isoformat(timespec="minutes"),
        )


def must_not_be_barred(standing: Standing, submission: str, who: str) -> None:
    """Check that nothing keeps `who` from a submission.

    Raises:
        RefusedError: A recusal, an abstention or a conflict does.
    """
    bar = standing.bars.get((submission, who))
    if not bar:
        return
    conflict = standing.conflict(submission, who)
    message = (CONFLICT_MESSAGES if conflict else {}).get(bar, BAR_MESSAGES[bar])
    raise RefusedError(message, who=who, submission=submission, conflict=conflict)


def must_be_on_own_item(
    standing: Standing, number: int, submission: str, indicator: str, who: str
) -> None:
    """Check that an indicator is the reviewer's own in a round.

    Raises:
        RefusedError: The reviewer is barred, or was not assigned the indicator.
    """
    must_not_be_barred(standing, submission, who)
    if indicator not in standing.assigned(number, submission, who):
        raise RefusedError(
            N_("{who} is not assigned {indicator} of {submission} in round {number}"),
            who=who,
            indicator=indicator,
            submission=submission,
            number=number,
        )


def must_have_declared(standing: Standing, who: str) -> None:
    """Check that the campaign's declarations were made, where it asks for any.

    Raises:
        RefusedError: They were not.
    """
    asked = undeclared(standing, who)
    if asked:
        raise RefusedError(
            N_("{who} has not declared yet: {declarations}"),
            hint=N_("make the declarations first: rolcheck declare"),
            who=who,
            declarations=", ".join(asked),
        )


def undeclared(standing: Standing, who: str) -> tuple[str, ...]:
    """Return the declarations that a reviewer has still to make."""
    return () if who in standing.declared else standing.settings.campaign.declarations


def must_have_evidence(standing: Standing, submission: str, evidence: Iterable[str]) -> None:
    """Check that a submission's manifest has every piece of evidence named.

    Raises:
        InputError: It has not.
    """
    known = {piece.id for piece in standing.manifest(submission).evidence}
    for piece in evidence:
        if piece not in known:
            raise InputError(
                N_("no evidence '{name}' in {submission}"), name=piece, submission=submission
            )


def must_say_why(text: str | None) -> str:
    """Return a reason, cleaned.

    Raises:
        InputError: There is none.
    """
    reason = clean(text or "").strip()
    if not reason:
        raise InputError(N_("a reason is required"))
    return reason


def is_own_item(standing: Standing, submission: str, indicator: str, who: str) -> bool:
    """Tell whether an indicator is or was the person's own: as reviewer, or as its unit."""
    entry = person(standing.settings, who)
    if "unit" in entry.roles:
        unit = next(one for one in standing.settings.units if one.id == entry.unit)
        offices = standing.criteria.indicator(indicator)
        mine = unit.name in (offices.office, *offices.co_offices)
        named = entry.submission or ("" if standing.settings.is_ranking else submission)
        return mine and named == submission
    if (submission, who) in standing.bars:
        return False
    return any(
        indicator in standing.assigned(number, submission, who)
        for number in standing.settings.plans
    )
