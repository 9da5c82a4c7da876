"""Findings: what is wrong with the material, asked, answered and judged."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from rolcheck.base.clock import stamp
from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean
from rolcheck.campaign.defects import DEFECTS
from rolcheck.campaign.permissions import OWN_ITEMS, Action, must_be_allowed, whose
from rolcheck.campaign.standing import Standing
from rolcheck.desk.findings.asking import (
    asked_of,
    code_of,
    day_within,
    items_asked,
    must_be_to_come,
)
from rolcheck.desk.gates import (
    is_own_item,
    must_be_in_round,
    must_have_evidence,
    must_not_be_barred,
)
from rolcheck.desk.sight import Sight
from rolcheck.events.rows import FindingRow
from rolcheck.events.types import Draft, Event, Kind

MOVES = {
    "answer": (Kind.FINDING_ANSWERED, Action.ANSWER_FINDINGS, ("open", "answered")),
    "accept": (Kind.FINDING_ACCEPTED, Action.JUDGE_FINDINGS, ("answered",)),
    "reject": (Kind.FINDING_REJECTED, Action.JUDGE_FINDINGS, ("answered",)),
    "withdraw": (Kind.FINDING_WITHDRAWN, Action.JUDGE_FINDINGS, ("open", "answered")),
}
"""By move: the event it makes, the action it is, and the states in which it is possible."""


FIRST_NUMBER, NUMBERS = 100_000, 900_000
"""Findings have numbers of six digits."""


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A defect as somebody hands it in.

    Attributes:
        submission: Whose material.
        indicator: An indicator that the criteria publish.
        code: One of `DEFECTS`.
        asked: What is expected of the applicant; empty for the words that go with the code.
        due: By when.
        evidence: Ids from the submission's manifest.
        within: By when, in working days from now; 0 where `due` says it, or nobody does.
        items: Expected items of the indicator that it is about, ``a`` or ``2.1.3/a``.
        seen: What was found instead.
    """

    submission: str
    indicator: str
    code: str
    asked: str = ""
    due: date | None = None
    evidence: tuple[str, ...] = ()
    within: int = 0
    items: tuple[str, ...] = ()
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said with a step in the life of a finding.

    Attributes:
        text: May be empty only when accepting.
        nature: Of an answer, one of `NATURES`; empty for what the code wants.
        evidence: Ids from the submission's manifest that carry an answer.
    """

    text: str = ""
    nature: str = ""
    evidence: tuple[str, ...] = ()


def finding_name(row: FindingRow) -> str:
    """Return how people name a finding: F and its number."""
    return f"F{row.number}"


def finding_names(standing: Standing) -> Mapping[str, str]:
    """Return by id what people call every finding."""
    return {row.id: finding_name(row) for row in standing.tables.of(FindingRow)}


def findings_of(sight: Sight, submission: str = "") -> tuple[FindingRow, ...]:
    """Return the findings that the reader may see, in the order of asking.

    Args:
        sight: The reader's.
        submission: The only one whose findings are wanted; empty for all.

    Raises:
        InputError: No such submission.
    """
    if submission:
        sight.standing.manifest(submission)
    rows = sight.standing.tables.of(FindingRow)
    wanted = (row for row in rows if submission in ("", row.submission))
    return tuple(filter(sight.may_see_finding, wanted))


def find(sight: Sight, name: str) -> FindingRow:
    """Return the finding named ``F482137`` (or ``482137``).

    Raises:
        InputError: There is none that the reader may see.
    """
    match = re.fullmatch(r"[Ff]?([0-9]{1,9})", name.strip())
    for row in findings_of(sight):
        if match and row.number == int(match[1]):
            return row
    raise InputError(N_("no finding '{name}'"), name=name)


def finding_of(standing: Standing, event: Event) -> FindingRow:
    """Return the finding that an event is about."""
    (row,) = (row for row in standing.tables.of(FindingRow) if row.id in (event.id, event.subject))
    return row


def add(
    standing: Standing,
    who: str,
    entry: FindingEntry,
    *,
    now: datetime,
    reviewer: str = "",
    step: str = "",
) -> list[Draft]:
    """Return a new finding: a coordinator's, or a reviewer's on own items.

    Args:
        standing, now: How the campaign stands, at what time.
        who, reviewer: Who enters it, and whose it is where a coordinator does.
        entry, step: What is entered, and what it is taken back with (an import's).

    Raises:
        InputError: No such indicator, code or evidence, or a day that is past.
        RefusedError: The person may not, no round is open, or no criterion asks for it.
    """
    owner = whose(standing.settings, who, reviewer, Action.ADD_FINDINGS)
    submission, indicator = entry.submission, standing.criteria.indicator(entry.indicator)
    code = code_of(entry.code)
    due = _due(standing, entry, now.astimezone(standing.settings.timezone).date())
    must_have_evidence(standing, submission, entry.evidence)
    number = must_be_in_round(standing, None)
    _must_be_own(standing, owner, Action.ADD_FINDINGS, submission, indicator.id)
    items = items_asked(indicator, code, entry.items)
    text = asked_of(indicator, code, items, entry.asked)
    payload = {
        "number": _new_number(standing, owner, submission, indicator.id, code, text, stamp(now)),
        "code": code,
        "asked": text,
        "evidence": list(entry.evidence),
        "due": due.isoformat() if due else "",
    }
    said = {"items": list(items), "seen": clean(entry.seen).strip(), "step": step}
    payload |= {key: value for key, value in said.items() if value}
    subject = owner if owner != who else ""
    return [Draft(who, Kind.FINDING_ADDED, submission, number, indicator.id, subject, payload)]


def _due(standing: Standing, entry: FindingEntry, today: date) -> date | None:
    if entry.within:
        return day_within(standing.settings, today, entry.within)
    must_be_to_come(entry.due, today)
    return entry.due


def _new_number(standing: Standing, *about: str) -> int:
    """Return a number that is free and tells nothing, of the findings of others least of all.

    Args:
        standing: How the campaign stands.
        about: What the number is drawn from; the time among it keeps it from being guessed.
    """
    taken = {row.number for row in standing.tables.of(FindingRow)}
    drawn = int(hashlib.sha256("\n".join(about).encode()).hexdigest(), 16) % NUMBERS
    while FIRST_NUMBER + drawn in taken:
        drawn = (drawn + 1) % NUMBERS
    return FIRST_NUMBER + drawn


def move(standing: Standing, who: str, name: str, step: str, said: Statement) -> list[Draft]:
    """Return one step in the life of a finding.

    Args:
        standing: How the campaign stands.
        who: The unit or a coordinator to answer; a coordinator, or a reviewer on own items,
            to judge.
        name: ``F482137``.
        step: One of `MOVES`.
        said: What is said with it.

    Raises:
        InputError: No such finding or evidence, or nothing is said.
        RefusedError: The person may not, or the finding's state forbids it.
    """
    kind, action, _states = MOVES[step]
    must_be_allowed(standing.settings, who, action)
    row = find(Sight(standing, who), name)
    text = clean(said.text).strip()
    if not text and step != "accept":
        raise InputError(N_("say something with it"))
    must_have_evidence(standing, row.submission, said.evidence)
    must_be_movable(standing, who, row, step)
    nature = said.nature or (DEFECTS[row.code].nature if step == "answer" else "")
    payload = {"text": text, "nature": nature, "evidence": list(said.evidence)}
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


def must_be_movable(standing: Standing, who: str, row: FindingRow, step: str) -> None:
    """Check that `who` may take a finding this step now, whatever is said with it.

    Raises:
        InputError: Nobody is named so.
        RefusedError: The person may not, or the finding's state forbids it.
    """
    _kind, action, states = MOVES[step]
    must_be_allowed(standing.settings, who, action)
    _must_be_own(standing, who, action, row.submission, row.indicator)
    if row.state not in states:
        raise RefusedError(
            N_("finding {name} is {finding_state}"),
            name=finding_name(row),
            finding_state=row.state,
        )


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
