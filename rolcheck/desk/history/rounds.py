"""What changed between two rounds, as far as this desk's person may see it."""

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.desk.desk import Desk
from rolcheck.desk.reporting import eyes_of, reading_of
from rolcheck.reports.changed import RoundDiff
from rolcheck.reports.changing import diff_of


def round_diff(
    desk: Desk, earlier: int, later: int, submission: str = "", *, whole: bool = False
) -> RoundDiff:
    """Return what changed from the closing of one round to that of another.

    Args:
        desk: Whose.
        earlier: The earlier round.
        later: The later one; if it is open, as it stands now.
        submission: The only submission that is shown; empty for all.
        whole: Whether indicators are listed that nothing happened to.

    Raises:
        InputError: There is no such round or submission, or the rounds are the wrong way round.
        RefusedError: The results of one of them are hidden from the reader.
    """
    readings = reading_of(desk, earlier), reading_of(desk, later)
    if earlier >= later:
        raise InputError(
            N_("round {earlier} does not come before round {later}"),
            hint=N_("name the earlier round first"),
            earlier=earlier,
            later=later,
        )
    return diff_of(*readings, eyes_of(desk), submission, whole=whole)
