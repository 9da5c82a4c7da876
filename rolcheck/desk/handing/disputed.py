"""What an arbiter is to rule on away from the desk: disputes, raised vetoes, older rulings."""

from collections.abc import Iterator
from dataclasses import dataclass

from rolcheck.campaign.settings import SCORING_KINDS
from rolcheck.criteria.model import Indicator
from rolcheck.desk.desk import Desk
from rolcheck.desk.disputes.reading import disputes
from rolcheck.desk.disputes.seen import UNRULED, DisputeSeen
from rolcheck.desk.handing.handin import Basis, ruling_editions, ruling_name


@dataclass(frozen=True, slots=True)
class HandoutRuling:
    """One indicator of one submission that wants a ruling.

    Attributes:
        basis: What stood when it was handed out.
        seen: All that the arbiter may see of it.
    """

    basis: Basis
    seen: DisputeSeen

    @property
    def submission(self) -> str:
        """Whose material."""
        return self.seen.row.submission

    @property
    def indicator(self) -> Indicator:
        """What is ruled on."""
        return self.seen.indicator

    @property
    def name(self) -> str:
        """What binds it when it comes back."""
        return ruling_name(self.indicator.id)


def rulings_wanted(desk: Desk, number: int) -> tuple[HandoutRuling, ...]:
    """Return what the desk's arbiter is to rule on in the open round, widest apart first."""
    if desk.standing().plan(number).kind not in SCORING_KINDS:
        return ()
    return tuple(_rulings(desk))


def _rulings(desk: Desk) -> Iterator[HandoutRuling]:
    standing = desk.standing()
    made, shown = ruling_editions(standing), disputes(desk)
    for row in shown.rows:
        if row.state not in UNRULED or (row.submission, desk.who) in standing.bars:
            continue
        cell = (row.submission, row.indicator)
        shown = disputes(desk, cell, shown)
        if shown.shown is not None:
            yield HandoutRuling(Basis(made[cell], standing.version(*cell)), shown.shown)
