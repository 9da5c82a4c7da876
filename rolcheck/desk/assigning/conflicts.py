"""The conflicts and bars of a campaign, as far as somebody may know of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from rolcheck.campaign.bars import Pair
from rolcheck.campaign.standing import Standing
from rolcheck.desk.assigning.barring import Rulings, conflict_of, rulings_on
from rolcheck.desk.sight import Sight
from rolcheck.events.rows import BarRow, DismissalRow

DERIVED, DECLARED, RULED = "derived", "declared", "ruled"
CONFIRMED, DISMISSED = "confirmed", "dismissed"


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """One reviewer and one submission, and what is between them.

    Attributes:
        kind: Of which kind the conflict is; empty where nobody said.
        origin: derived from offices, declared by the reviewer, or ruled by a coordinator first.
        ruling: confirmed or dismissed; empty where no coordinator ruled.
        barred: Whether it keeps the reviewer away.
        reason: As it was written, of the ruling if there is one; likewise `by` and `at`.
    """

    submission: str
    reviewer: str
    kind: str
    origin: str
    ruling: str
    barred: bool
    reason: str
    by: str
    at: str


def conflicts(sight: Sight) -> Iterator[ConflictLine]:
    """Yield all that keeps people away, and what was ruled to be no conflict.

    In the order of submissions and people; whoever does not see all sees what concerns them.
    """
    standing = sight.standing
    said: tuple[BarRow | DismissalRow, ...] = (
        *standing.tables.of(BarRow),
        *standing.tables.of(DismissalRow),
    )
    pairs = {(row.submission, row.reviewer) for row in said if row.in_force}
    pairs.update(standing.derived_conflicts)
    for submission in standing.manifests:
        for who in standing.settings.people:
            if (submission, who) in pairs and (sight.sees_all or who == sight.who):
                yield _line(standing, (submission, who))


def _line(standing: Standing, pair: Pair) -> ConflictLine:
    said = rulings_on(standing, pair)
    row = said.recusal or said.dismissal or said.abstention
    ruling = CONFIRMED if said.recusal else DISMISSED if said.dismissal else ""
    return ConflictLine(
        *pair,
        kind=conflict_of(standing, pair, said),
        origin=_origin(standing, pair, said),
        ruling=ruling,
        barred=pair in standing.bars,
        reason=row.reason if row else "",
        by=row.author if row else "",
        at=row.at if row else "",
    )


def _origin(standing: Standing, pair: Pair, said: Rulings) -> str:
    if said.abstention:
        return DECLARED
    return DERIVED if pair in standing.derived_conflicts else RULED
