"""What one person is to fill in away from the desk: the items of the open round, and what helps.

A handout goes out as a workbook (`sheets`) or as a form (`forms`), and comes back through `handin`.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from datetime import date

from rolcheck.base.errors import RefusedError
from rolcheck.base.messages import N_
from rolcheck.campaign.permissions import person
from rolcheck.campaign.settings import Role
from rolcheck.campaign.standing import Standing
from rolcheck.desk.desk import Desk
from rolcheck.desk.gates import must_be_in_round, must_be_in_time, undeclared
from rolcheck.desk.handing.asked import HandoutAnswer, answers_wanted
from rolcheck.desk.handing.disputed import HandoutRuling, rulings_wanted
from rolcheck.desk.handing.handin import Basis, criteria_on_record
from rolcheck.desk.handing.people import must_fill_in
from rolcheck.desk.handing.scored import HandoutSubmission, scores_wanted


@dataclass(frozen=True, slots=True)
class Handout:
    """All that one person has to fill in: scores and verdicts, rulings, answers to findings.

    Attributes:
        reviewer: The person, in whatever role.
        criteria: The SHA-256 of the criteria on record.
        criteria_name: Their title and edition.
        due: Until when it is expected back; None if the campaign does not say.
        undeclared: The declarations that the reviewer has still to make, without which no score
            that is filled in can be recorded.
        panel_round: As of which round last scores are; None where none was closed.
        id: What tells it from all others; empty where nobody needs to.
    """

    campaign: str
    title: str
    round: int
    round_name: str
    reviewer: str
    reviewer_name: str
    criteria: str
    criteria_name: str
    due: date | None
    undeclared: tuple[str, ...] = ()
    panel_round: int | None = None
    submissions: tuple[HandoutSubmission, ...] = ()
    rulings: tuple[HandoutRuling, ...] = ()
    answers: tuple[HandoutAnswer, ...] = ()
    id: str = ""

    @property
    def bases(self) -> Iterator[tuple[str, str, Basis]]:
        """What everything in it was handed out upon, by submission and name."""
        for submission in self.submissions:
            yield from ((submission.id, name, basis) for name, basis in submission.bases)
        yield from ((one.submission, one.name, one.basis) for one in self.rulings)
        yield from ((one.submission, one.name, one.basis) for one in self.answers)


def handout(desk: Desk, who: str, number: int | None = None, id: str = "") -> Handout:
    """Return what `who` is to fill in: what that person may see, whoever asks for it.

    Args:
        desk: Whose desk asks: the person's own, or a coordinator's.
        who: For whom.
        number: The round; None for the open one.
        id: What tells the handout from all others.

    Raises:
        InputError: No such person or round.
        RefusedError: No such round is open, its time is over, the person who asks may not, or
            there is nothing to fill in.
    """
    standing = desk.standing()
    _must_be_own(standing, desk.who, who)
    roles = must_fill_in(standing.settings, who)
    opened = _round(standing, number, roles)
    own = desk.seated(who)
    rulings = rulings_wanted(own, opened) if "arbiter" in roles else ()
    answers = answers_wanted(own) if "unit" in roles else ()
    takes_scores = "reviewer" in roles and _takes_scores(desk, opened, alone=not rulings)
    closed = own.sight().result_round(standing.latest_closed) if takes_scores else None
    submissions = tuple(scores_wanted(own, opened, closed)) if takes_scores else ()
    if not (submissions or rulings or answers):
        raise RefusedError(
            N_("round {number} has nothing for {who} to fill in"), who=who, number=opened
        )
    return replace(
        _head(standing, who, opened),
        id=id,
        undeclared=undeclared(standing, who) if submissions else (),
        panel_round=closed,
        submissions=submissions,
        rulings=rulings,
        answers=answers,
    )


def _head(standing: Standing, who: str, number: int) -> Handout:
    """Return a handout that says what it is for, and holds nothing yet."""
    about, plan = standing.criteria.about, standing.plan(number)
    return Handout(
        campaign=standing.settings.campaign.id,
        title=standing.settings.campaign.title,
        round=number,
        round_name=plan.name,
        reviewer=who,
        reviewer_name=standing.settings.people[who].name,
        criteria=criteria_on_record(standing),
        criteria_name=" ".join(filter(None, (about.title, about.edition))),
        due=plan.due,
    )


def _round(standing: Standing, number: int | None, roles: Set[Role]) -> int:
    """Return the round that it is for: the open one; units answer between rounds too."""
    if roles == {"unit"} and number is None:
        return standing.current_round
    return must_be_in_round(standing, number)


def _takes_scores(desk: Desk, number: int, *, alone: bool) -> bool:
    """Tell whether scores are still taken.

    Raises:
        RefusedError: They are not, and there is nothing else to fill in.
    """
    standing = desk.standing()
    if standing.plan(number).kind == "completeness":
        return True
    try:
        must_be_in_time(standing, number, desk.now())
    except RefusedError:
        if alone:
            raise
        return False
    return True


def _must_be_own(standing: Standing, who: str, other: str) -> None:
    if who != other and "coordinator" not in person(standing.settings, who).roles:
        raise RefusedError(
            N_("{who} may take out what {who} is to fill in, and nobody else's"), who=who
        )
