"""What reviewers enter: one observation, checked against the round and what stands already."""

from dataclasses import dataclass
from datetime import datetime
from json import loads

from rolcheck.base.errors import ObservationError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean
from rolcheck.campaign.openings import may_be_scored
from rolcheck.campaign.permissions import Action, whose
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Indicator
from rolcheck.criteria.observing import Observation, observe
from rolcheck.desk.gates import (
    must_be_in_round,
    must_be_in_time,
    must_be_on_own_item,
    must_have_declared,
    must_have_evidence,
)
from rolcheck.events.rows import ObservationRow
from rolcheck.events.types import Draft, Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """One observation as somebody hands it in.

    Attributes:
        submission: Whose material.
        indicator: Which indicator.
        value: The CSV form, as typed.
        remark: What is said with it; may be empty.
        evidence: Ids from the submission's manifest.
        round: The round it is meant for; None for the open one.
    """

    submission: str
    indicator: str
    value: str
    remark: str = ""
    evidence: tuple[str, ...] = ()
    round: int | None = None


def score(
    standing: Standing,
    who: str,
    entry: Entry,
    *,
    now: datetime,
    reviewer: str = "",
    step: str = "",
) -> list[Draft]:
    """Return the event that `entry` makes: none if it says what stands already.

    Args:
        standing: How the campaign stands.
        who: Who enters it.
        entry: What is entered.
        now: The clock's time, for the hard end of the round.
        reviewer: Whose observation it is, where a coordinator enters it for somebody.
        step: What it is undone with, where it is part of an import.

    Raises:
        InputError: No such person, submission, indicator or evidence.
        ObservationError: The rule does not take the value, or a remark is missing.
        RefusedError: The round, a bar, the assignment or a missing declaration forbids it.
    """
    owner = whose(standing.settings, who, reviewer, Action.SCORE)
    must_have_evidence(standing, entry.submission, entry.evidence)
    indicator = standing.criteria.indicator(entry.indicator)
    observation = observe(indicator, entry.value, standing.settings.period)
    number = must_be_in_round(standing, entry.round)
    must_be_in_time(standing, number, now)
    must_be_on_own_item(standing, number, entry.submission, indicator.id, owner)
    _must_be_open(standing, number, entry.submission, entry.indicator, observation)
    must_have_declared(standing, owner)
    return _observed(standing, who, owner, entry, observation, number, step)


def _must_be_open(
    standing: Standing, number: int, submission: str, indicator_id: str, seen: Observation
) -> None:
    indicator = standing.criteria.indicator(indicator_id)
    kind = standing.plan(number).kind
    if not may_be_scored(standing, number, submission, indicator):
        raise not_open(standing, number, submission, indicator)
    if kind == "completeness" and seen.value != "veto":
        raise RefusedError(N_("in the completeness round a veto may only be raised"))


def not_open(
    standing: Standing, number: int, submission: str, indicator: Indicator
) -> RefusedError:
    """Return the refusal for an indicator that a round does not take."""
    kind = standing.plan(number).kind
    takes_recalls = kind in ("re-examination", "final") and indicator.is_base
    return RefusedError(
        N_("{indicator} of {submission} is not open in round {number} ({kind})"),
        hint=N_("a coordinator may recall it: rolcheck round recall") if takes_recalls else "",
        indicator=indicator.id,
        submission=submission,
        number=number,
        kind=kind,
    )


def _observed(
    standing: Standing,
    who: str,
    owner: str,
    entry: Entry,
    seen: Observation,
    number: int,
    step: str,
) -> list[Draft]:
    remark, evidence = clean(entry.remark).strip(), list(entry.evidence)
    version = standing.version(entry.submission, entry.indicator)
    latest = standing.own_latest(entry.submission, entry.indicator, owner)
    kind = Kind.SCORE_RECORDED
    if latest is None or latest.value != seen.value:
        _must_be_explained(seen, latest, remark)
    else:
        current = is_current(standing, latest, number)
        said = loads(latest.evidence)
        if current and remark in ("", latest.remark) and evidence in ([], said):
            return []
        kind = Kind.SCORE_RECORDED if current else Kind.SCORE_KEPT
        remark, evidence = remark or latest.remark, evidence or said
    payload = {"value": seen.value, "remark": remark, "evidence": evidence, "version": version}
    return [
        Draft(
            author=who,
            kind=kind,
            submission=entry.submission,
            round=number,
            indicator=entry.indicator,
            subject=owner,
            payload=payload | ({"step": step} if step else {}),
        )
    ]


def _must_be_explained(seen: Observation, latest: ObservationRow | None, remark: str) -> None:
    if remark:
        return
    if latest is not None:
        raise ObservationError(
            N_("a remark is required: {value} differs from the earlier {before}"),
            value=seen.value,
            before=latest.value,
        )
    if seen.remark_required:
        raise ObservationError(N_("a remark is required for {value}"), value=seen.value)


def is_current(standing: Standing, row: ObservationRow, number: int) -> bool:
    """Tell whether a score was made in round `number`, on the material of now."""
    return row.round == number and row.version == standing.version(row.submission, row.indicator)
