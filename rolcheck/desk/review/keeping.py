"""Earlier scores that are to stand although their items came back."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from json import loads

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean
from rolcheck.campaign.openings import may_be_scored
from rolcheck.campaign.permissions import Action, must_be_allowed
from rolcheck.campaign.standing import Standing
from rolcheck.desk.gates import (
    must_be_in_round,
    must_be_in_time,
    must_be_on_own_item,
    must_have_declared,
)
from rolcheck.desk.review.duties import is_outdated
from rolcheck.desk.review.recording import is_current, not_open
from rolcheck.events.rows import ObservationRow
from rolcheck.events.types import Draft, Kind


def keep(
    standing: Standing,
    who: str,
    submission: str,
    indicators: Sequence[str],
    *,
    now: datetime,
    reviewer: str = "",
    reason: str = "",
    step: str,
) -> list[Draft]:
    """Return the events by which earlier scores stand although their items came back.

    Args:
        standing: How the campaign stands.
        who: Who keeps: the reviewer, or a coordinator with a reason.
        submission: Whose material.
        indicators: Which; empty for all that can be kept.
        now: The clock's time.
        reviewer: Whose scores a coordinator keeps; empty for everybody's.
        reason: Why a coordinator keeps for others.
        step: What they are undone with together.

    Raises:
        InputError: Nothing to keep is named, or a coordinator gives no reason.
        RefusedError: The round, a bar or the assignment forbids it.
    """
    owners = _owners(standing, who, reviewer, reason)
    standing.manifest(submission)
    number = must_be_in_round(standing, None)
    must_be_in_time(standing, number, now)
    drafts: list[Draft] = []
    for owner in owners:
        named = indicators or keepable(standing, number, submission, owner)
        for latest in _given(standing, submission, named, owner, all_of_them=len(owners) == 1):
            must_be_on_own_item(standing, number, submission, latest.indicator, owner)
            must_have_declared(standing, owner)
            drafts += _kept(standing, who, latest, number, step, reason)
    return drafts


def _given(
    standing: Standing,
    submission: str,
    indicators: Sequence[str],
    owner: str,
    *,
    all_of_them: bool,
) -> Iterator[ObservationRow]:
    """Yield a reviewer's latest scores of `indicators`, or complain of one that is not there."""
    for indicator in indicators:
        standing.criteria.indicator(indicator)
        latest = standing.own_latest(submission, indicator, owner)
        if latest is not None:
            yield latest
        elif all_of_them:
            raise InputError(
                N_("{who} has no score of {indicator} to keep"), who=owner, indicator=indicator
            )


def _owners(standing: Standing, who: str, reviewer: str, reason: str) -> list[str]:
    roles = _allowed_of(standing, who, Action.KEEP, Action.KEEP_FOR_OTHERS)
    if Action.KEEP in roles and reviewer in ("", who):
        return [who]
    must_be_allowed(standing.settings, who, Action.KEEP_FOR_OTHERS)
    if not reason.strip():
        raise InputError(N_("keeping for others needs a reason"))
    if reviewer:
        must_be_allowed(standing.settings, reviewer, Action.KEEP)
        return [reviewer]
    return list(standing.reviewers)


def _allowed_of(standing: Standing, who: str, *actions: Action) -> set[Action]:
    """Return those of `actions` that the roles of `who` allow.

    Raises:
        InputError: Nobody is named so.
        RefusedError: None of them is allowed.
    """
    allowed = set()
    for action in actions:
        try:
            must_be_allowed(standing.settings, who, action)
        except RefusedError:
            continue
        allowed.add(action)
    if not allowed:
        must_be_allowed(standing.settings, who, actions[-1])
    return allowed


def keepable(standing: Standing, number: int, submission: str, owner: str) -> list[str]:
    """Return the indicators of a submission whose earlier score can be kept in round `number`."""
    if (submission, owner) in standing.bars:
        return []
    scope = standing.assigned(number, submission, owner)
    found = []
    for indicator in standing.criteria.indicators:
        latest = standing.own_latest(submission, indicator.id, owner)
        if (
            latest is not None
            and indicator.id in scope
            and may_be_scored(standing, number, submission, indicator)
            and not is_current(standing, latest, number)
            and (indicator.is_base or is_outdated(standing, latest))
        ):
            found.append(indicator.id)
    return found


def _kept(
    standing: Standing, who: str, latest: ObservationRow, number: int, step: str, reason: str
) -> list[Draft]:
    indicator = standing.criteria.indicator(latest.indicator)
    if not may_be_scored(standing, number, latest.submission, indicator):
        raise not_open(standing, number, latest.submission, indicator)
    if is_current(standing, latest, number):
        return []
    payload: dict[str, object] = {
        "value": latest.value,
        "remark": latest.remark,
        "evidence": loads(latest.evidence),
        "version": standing.version(latest.submission, latest.indicator),
        "step": step,
    }
    if reason:
        payload["reason"] = clean(reason).strip()
    return [
        Draft(
            author=who,
            kind=Kind.SCORE_KEPT,
            submission=latest.submission,
            round=number,
            indicator=latest.indicator,
            subject=latest.reviewer,
            payload=payload,
        )
    ]
