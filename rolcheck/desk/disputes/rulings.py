"""What the arbiter decides."""

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.base.text import fold_width
from rolcheck.campaign.blockers import raised_vetoes
from rolcheck.campaign.permissions import Action, must_be_allowed, whose
from rolcheck.campaign.settings import SCORING_KINDS
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Indicator
from rolcheck.criteria.observing import observe
from rolcheck.desk.gates import must_be_in_round, must_not_be_barred, must_say_why
from rolcheck.events.types import Draft, Kind

LIFT, UPHOLD, CLEAR = "lift", "uphold", "clear"


def rule(
    standing: Standing,
    who: str,
    submission: str,
    indicator_id: str,
    value: str,
    reason: str,
    *,
    arbiter: str = "",
) -> list[Draft]:
    """Return a ruling, or its lifting; nothing if the same stands on the same material.

    Args:
        standing: How the campaign stands.
        who: Who enters it.
        submission: Whose material.
        indicator_id: Any indicator.
        value: An observation's CSV form, or ``lift``; of a veto ``uphold`` or ``clear``.
        reason: Why; not empty.
        arbiter: Whose ruling it is, where a coordinator enters it for somebody.

    Raises:
        InputError: No such submission or indicator, or no reason.
        ObservationError: The rule does not take the value.
        RefusedError: The person may not, no scoring round is open, or nothing is to be ruled.
    """
    owner = whose(standing.settings, who, arbiter, Action.RULE)
    standing.manifest(submission)
    indicator = standing.criteria.indicator(indicator_id)
    why = must_say_why(reason)
    ruled = ruled_value(standing, indicator, value)
    number = must_be_open_to_rulings(standing, owner, submission)
    must_be_there(standing, number, submission, indicator.id, ruled)
    stands = standing.rulings.get((submission, indicator.id))
    version = standing.version(submission, indicator.id)
    if ruled and stands and (stands.value, stands.version) == (ruled, version):
        return []
    kind, subject = Kind.RULING_MADE if ruled else Kind.RULING_LIFTED, "" if owner == who else owner
    payload = {"value": ruled, "reason": why, "version": version}
    return [Draft(who, kind, submission, number, indicator.id, subject, payload)]


def must_be_open_to_rulings(standing: Standing, who: str, submission: str) -> int:
    """Return the number of the open round, in which `who` may rule on a submission.

    Raises:
        InputError: Nobody is named so.
        RefusedError: The person may not, no scoring round is open, or the person is barred.
    """
    must_be_allowed(standing.settings, who, Action.RULE)
    number = must_be_in_round(standing, None)
    kind = standing.plan(number).kind
    if kind not in SCORING_KINDS:
        raise RefusedError(N_("nothing is ruled in a {kind} round"), kind=kind)
    must_not_be_barred(standing, submission, who)
    return number


def must_be_there(
    standing: Standing, number: int, submission: str, indicator: str, ruled: str
) -> None:
    """Check that there is something to lift, or a veto to uphold.

    Raises:
        RefusedError: There is not.
    """
    cell = (submission, indicator)
    if not ruled and cell not in standing.rulings:
        raise RefusedError(
            N_("no ruling stands on {indicator} of {submission}"),
            indicator=indicator,
            submission=submission,
        )
    if ruled == UPHOLD and cell not in raised_vetoes(standing, number):
        raise RefusedError(
            N_("no veto is raised on {indicator} of {submission}"),
            indicator=indicator,
            submission=submission,
        )


def ruled_value(standing: Standing, indicator: Indicator, value: str) -> str:
    """Return what is ruled, normalised; empty where a ruling is lifted.

    Raises:
        InputError: It decides no veto.
        ObservationError: The indicator's rule does not take it.
    """
    word = fold_width(value).casefold()
    if word == LIFT:
        return ""
    if not indicator.is_veto:
        return observe(indicator, value, standing.settings.period).value
    if word not in (UPHOLD, CLEAR):
        raise InputError(
            N_("'{value}' decides no veto"), hint=N_("give uphold, clear or lift"), value=value
        )
    return word
