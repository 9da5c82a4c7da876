"""A submission through the rounds, as far as this desk's person may see it."""

from rolcheck.desk.desk import Desk
from rolcheck.desk.reporting import eyes_of, reading_of
from rolcheck.reports.history import History, history


def submission_history(desk: Desk, submission: str, indicator: str = "") -> History:
    """Return a submission, or one indicator of it, as of each round that may be seen.

    Raises:
        InputError: There is no such submission or indicator.
    """
    last = reading_of(desk)
    upto = last.round or 0
    earlier = [reading_of(desk, number) for number in sorted(last.now.rounds) if number < upto]
    return history([*earlier, last], eyes_of(desk), submission, indicator)
