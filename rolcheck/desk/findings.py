"""Findings: what is wrong with the material, asked, answered and judged."""

import re
from collections.abc import Sequence
from datetime import date

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean, fold_width
from rolcheck.campaign.permissions import OWN_ITEMS, Action, must_be_allowed
from rolcheck.campaign.standing import Standing
from rolcheck.desk.gates import (
    is_own_item,
    must_be_in_round,
    must_have_evidence,
    must_not_be_barred,
)
from rolcheck.events.rows import FindingRow
from rolcheck.events.types import Draft, Kind

CODES = tuple(f"Q{number:02}" for number in range(1, 21))
NATURES = ("facts", "substance")

MOVES = {
    "answer": (Kind.FINDING_ANSWERED, Action.ANSWER_FINDINGS, ("open", "answered")),
    "accept": (Kind.FINDING_ACCEPTED, Action.JUDGE_FINDINGS, ("answered",)),
    "reject": (Kind.FINDING_REJECTED, Action.JUDGE_FINDINGS, ("answered",)),
    "withdraw": (Kind.FINDING_WITHDRAWN, Action.JUDGE_FINDINGS, ("open", "answered")),
}
"""By move: the event it makes, the action it is, and the states in which it is possible."""


def finding_name(row: FindingRow) -> str:
    """Return how people name a finding: F and its number."""
    return f"F{row.number}"


def find(standing: Standing, name: str) -> FindingRow:
    """Return the finding named ``F3`` (or ``3``).

    Raises:
        InputError: There is none.
    """
    match = re.fullmatch(r"[Ff]?([0-9]{1,9})", name.strip())
    for row in standing.tables.of(FindingRow):
        if match and row.number == int(match[1]):
            return row
    raise InputError(N_("no finding '{name}'"), name=name)


def add(
    standing: Standing,
    who: str,
    submission: str,
    indicator_id: str,
    *,
    code: str,
    asked: str,
    due: date | None = None,
    evidence: Sequence[str] = (),
) -> list[Draft]:
    """Return a new finding.

    Args:
        standing: How the campaign stands.
        who: A coordinator, or a reviewer on own items.
        submission: Whose material.
        indicator_id: An indicator that the criteria publish.
        code: One of `CODES`.
        asked: What is expected of the applicant.
        due: By when.
        evidence: Ids from the submission's manifest.

    Raises:
        InputError: No such submission, indicator, code or evidence, or nothing is asked.
        RefusedError: The person may not, or no round is open.
    """
    must_be_allowed(standing.settings, who, Action.ADD_FINDINGS)
    indicator = standing.criteria.indicator(indicator_id)
    code = fold_width(code).upper()
    if code not in CODES:
        raise InputError(N_("no code '{code}'"), hint=N_("give one of Q01 to Q20"), code=code)
    text = clean(asked).strip()
    if not text:
        raise InputError(N_("a finding says what is asked"))
    must_have_evidence(standing, submission, evidence)
    number = must_be_in_round(standing, None)
    _must_be_own(standing, who, Action.ADD_FINDINGS, submission, indicator.id)
    count = max((row.number for row in standing.tables.of(FindingRow)), default=0)
    payload = {
        "number": count + 1,
        "code": code,
        "asked": text,
        "evidence": list(evidence),
        "due": due.isoformat() if due else "",
    }
    return [
        Draft(
            who,
            Kind.FINDING_ADDED,
            submission=submission,
            round=number,
            indicator=indicator.id,
            payload=payload,
        )
    ]


def move(
    standing: Standing,
    who: str,
    name: str,
    step: str,
    *,
    text: str,
    nature: str = "",
    evidence: Sequence[str] = (),
) -> list[Draft]:
    """Return one step in the life of a finding.

    Args:
        standing: How the campaign stands.
        who: The unit or a coordinator to answer; a coordinator, or a reviewer on own items,
            to judge.
        name: ``F3``.
        step: One of `MOVES`.
        text: What is said; may be empty only when accepting.
        nature: Of an answer, one of `NATURES`.
        evidence: Ids from the submission's manifest that carry an answer.

    Raises:
        InputError: No such finding or evidence, or nothing is said.
        RefusedError: The person may not, or the finding's state forbids it.
    """
    kind, action, states = MOVES[step]
    must_be_allowed(standing.settings, who, action)
    row = find(standing, name)
    said = clean(text).strip()
    if not said and step != "accept":
        raise InputError(N_("say something with it"))
    must_have_evidence(standing, row.submission, evidence)
    _must_be_own(standing, who, action, row.submission, row.indicator)
    if row.state not in states:
        raise RefusedError(N_("finding {name} is {state}"), name=finding_name(row), state=row.state)
    payload = {"text": said, "nature": nature, "evidence": list(evidence)}
    return [
        Draft(
            who,
            kind,
            submission=row.submission,
            round=standing.open_round,
            indicator=row.indicator,
            subject=row.id,
            payload=payload,
        )
    ]


def _must_be_own(
    standing: Standing, who: str, action: Action, submission: str, indicator: str
) -> None:
    roles = standing.settings.people[who].roles
    if "coordinator" in roles:
        return
    must_not_be_barred(standing, submission, who)
    if not is_own_item(standing, submission, indicator, who):
        raise RefusedError(
            N_("{indicator} of {submission} is not {who}'s: a {role} acts on own items"),
            indicator=indicator,
            submission=submission,
            who=who,
            role=OWN_ITEMS[action],
        )
