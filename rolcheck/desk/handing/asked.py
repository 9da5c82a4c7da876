"""What a responsible unit is to answer away from the desk: the findings that wait for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from json import loads

from rolcheck.criteria.model import Indicator
from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.life import finding_name, findings_of
from rolcheck.desk.handing.answers import answer_basis
from rolcheck.desk.handing.handin import Basis


@dataclass(frozen=True, slots=True)
class HandoutAnswer:
    """One finding that waits for an answer.

    Attributes:
        name: ``F482137``, which binds it when it comes back.
        basis: How many steps it had gone when it was handed out.
        place: What the submission is called.
        evidence: Ids of what it is about.
        last_said: What was said last, as where an answer was rejected; empty without.
    """

    name: str
    basis: Basis
    submission: str
    place: str
    indicator: Indicator
    code: str
    asked: str
    due: str
    evidence: tuple[str, ...]
    last_said: str


def answers_wanted(desk: Desk) -> tuple[HandoutAnswer, ...]:
    """Return the findings that the desk's unit has to answer, those due first at the top."""
    found = sorted(_answers(desk), key=lambda one: (not one.due, one.due))
    return tuple(found)


def _answers(desk: Desk) -> Iterator[HandoutAnswer]:
    standing = desk.standing()
    for row in findings_of(desk.sight()):
        if row.state != "open":
            continue
        moves = standing.finding_moves.get(row.id, ())
        yield HandoutAnswer(
            name=finding_name(row),
            basis=answer_basis(standing, row),
            submission=row.submission,
            place=standing.manifest(row.submission).submission.name,
            indicator=standing.criteria.indicator(row.indicator),
            code=row.code,
            asked=row.asked,
            due=row.due or "",
            evidence=tuple(loads(row.evidence)),
            last_said=moves[-1].text if moves else "",
        )
