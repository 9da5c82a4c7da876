"""Who may not review what: recusals, abstentions, conflicts declared and ruled on."""

from collections.abc import Sequence
from dataclasses import dataclass

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean
from rolcheck.campaign.bars import (
    ABSTENTION,
    CONFLICTS,
    OWN_DISTRICT,
    OWN_OFFICE,
    RECUSAL,
    Pair,
)
from rolcheck.campaign.permissions import Action, must_be_allowed, person, whose
from rolcheck.campaign.standing import Standing
from rolcheck.desk.gates import BAR_MESSAGES, must_say_why
from rolcheck.events.rows import BarRow, DismissalRow
from rolcheck.events.rows.people import pair_id
from rolcheck.events.types import Draft, Kind

CONFIRM, DISMISS, LIFT = "confirm", "dismiss", "lift"
RULINGS = (CONFIRM, DISMISS, LIFT)
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Rulings:
    """What was said of one person and one submission, as far as it is in force."""

    recusal: BarRow | None
    abstention: BarRow | None
    dismissal: DismissalRow | None


def rulings_on(standing: Standing, pair: Pair) -> Rulings:
    """Return what is in force for a pair."""
    tables = standing.tables
    recusal, abstention = (
        tables.get(BarRow, pair_id(kind, *pair)) for kind in (RECUSAL, ABSTENTION)
    )
    dismissal = tables.get(DismissalRow, pair_id(*pair))
    return Rulings(
        recusal if recusal and recusal.in_force else None,
        abstention if abstention and abstention.in_force else None,
        dismissal if dismissal and dismissal.in_force else None,
    )


def conflict_of(standing: Standing, pair: Pair, said: Rulings) -> str:
    """Return of which kind the conflict is, as ruled, declared or derived; empty for none."""
    stated = [row.conflict for row in (said.recusal, said.abstention) if row and row.conflict]
    return next(iter(stated), standing.derived_conflicts.get(pair, ""))


def recuse(
    standing: Standing,
    who: str,
    reviewer: str,
    submission: str,
    reason: str,
    *,
    lift: bool = False,
    conflict: str = "",
) -> list[Draft]:
    """Return a recusal, or its lifting; a ruling that there is no conflict ends with a recusal.

    Args:
        conflict: Of which kind the reason is; empty for what is known of it already.

    Raises:
        InputError: No such person or submission, no such kind, or no reason.
        RefusedError: The person may not, or there is nothing to lift.
    """
    must_be_allowed(standing.settings, who, Action.RECUSE)
    person(standing.settings, reviewer)
    standing.manifest(submission)
    why, pair = must_say_why(reason), (submission, reviewer)
    said = rulings_on(standing, pair)
    if lift:
        _must_be_barred_by(standing, pair, said.recusal)
        return [_draft(standing, who, Kind.RECUSAL_LIFTED, pair, why)]
    if said.recusal and conflict in ("", said.recusal.conflict):
        return []
    kind = _known(conflict) or conflict_of(standing, pair, said)
    return [
        *_lifted(standing, who, pair, said, why, Kind.DISMISSAL_LIFTED),
        _draft(standing, who, Kind.REVIEWER_RECUSED, pair, why, kind),
    ]


def abstain(
    standing: Standing, who: str, submission: str, reason: str, *, lift: bool
) -> list[Draft]:
    """Return a reviewer's stepping back from a submission, or its lifting.

    Raises:
        InputError: No such submission, or no reason.
        RefusedError: The person is no reviewer, or there is nothing to lift.
    """
    must_be_allowed(standing.settings, who, Action.ABSTAIN)
    standing.manifest(submission)
    why, pair = must_say_why(reason), (submission, who)
    said = rulings_on(standing, pair)
    if lift:
        _must_be_barred_by(standing, pair, said.abstention)
        return [_draft(standing, who, Kind.ABSTENTION_LIFTED, pair, why)]
    if said.abstention and not (said.abstention.conflict and said.dismissal):
        return []
    return [_draft(standing, who, Kind.REVIEWER_ABSTAINED, pair, why)]


def declare_conflict(
    standing: Standing, who: str, submission: str, kind: str, reason: str, *, reviewer: str = ""
) -> list[Draft]:
    """Return a reviewer's declaration of a conflict: an abstention that says of which kind.

    Args:
        reason: What else is to be said; only kind ``other`` requires it.
        reviewer: Whose declaration a coordinator enters; empty for one's own.

    Raises:
        InputError: No such submission or kind, or no reason.
        RefusedError: The person is no reviewer, or may enter nothing for others.
    """
    owner = whose(standing.settings, who, reviewer, Action.ABSTAIN)
    standing.manifest(submission)
    why = must_say_why(reason) if _known(kind) == OTHER else clean(reason).strip()
    said = rulings_on(standing, (submission, owner)).abstention
    if said and said.conflict == kind:
        return []
    return [_draft(standing, who, Kind.REVIEWER_ABSTAINED, (submission, owner), why, kind)]


def rule_on_conflict(
    standing: Standing, who: str, pair: Pair, ruling: str, reason: str, *, conflict: str = ""
) -> list[Draft]:
    """Return a coordinator's ruling on a conflict; it stands whatever the reviewer says later.

    Args:
        pair: The submission and the reviewer.
        ruling: ``confirm`` recuses; ``dismiss`` says that there is none; ``lift`` takes the
            ruling back, so that what was declared or derived counts again.
        conflict: Of which kind it is; empty for what is known of it already.

    Raises:
        InputError: No such person, submission or kind, no reason, or nobody said of which kind.
        RefusedError: The person may not, there is nothing to lift, or an own office stands.
    """
    submission, reviewer = pair
    must_be_allowed(standing.settings, who, Action.RECUSE)
    person(standing.settings, reviewer)
    standing.manifest(submission)
    said = rulings_on(standing, pair)
    if ruling == CONFIRM:
        _must_have_a_kind(conflict or conflict_of(standing, pair, said))
        return recuse(standing, who, reviewer, submission, reason, conflict=conflict)
    why = must_say_why(reason)
    if ruling == DISMISS:
        return _dismissed(standing, who, pair, said, why)
    kinds = (Kind.DISMISSAL_LIFTED, Kind.RECUSAL_LIFTED)
    lifted = [one for kind in kinds for one in _lifted(standing, who, pair, said, why, kind)]
    if not lifted:
        raise RefusedError(
            N_("no ruling on a conflict of {who} with {submission} is in force"),
            who=reviewer,
            submission=submission,
        )
    return lifted


def _must_have_a_kind(conflict: str) -> None:
    if not conflict:
        raise InputError(
            N_("nobody said of which kind the conflict is"),
            hint=N_("give --kind, one of {known}"),
            known=", ".join(CONFLICTS),
        )


def _dismissed(standing: Standing, who: str, pair: Pair, said: Rulings, why: str) -> list[Draft]:
    if standing.derived_conflicts.get(pair) == OWN_OFFICE:
        raise RefusedError(
            BAR_MESSAGES[OWN_OFFICE],
            hint=N_("change the offices in campaign.toml, then: rolcheck campaign amend"),
            who=pair[1],
            submission=pair[0],
        )
    if said.dismissal:
        return []
    return [
        *_lifted(standing, who, pair, said, why, Kind.RECUSAL_LIFTED),
        _draft(standing, who, Kind.CONFLICT_DISMISSED, pair, why),
    ]


def _lifted(
    standing: Standing, who: str, pair: Pair, said: Rulings, why: str, kind: Kind
) -> Sequence[Draft]:
    stands = said.dismissal if kind is Kind.DISMISSAL_LIFTED else said.recusal
    return [_draft(standing, who, kind, pair, why)] if stands else []


def _must_be_barred_by(standing: Standing, pair: Pair, row: BarRow | None) -> None:
    if row is not None:
        return
    submission, who = pair
    bar = standing.bars.get(pair)
    if bar in (OWN_OFFICE, OWN_DISTRICT):
        raise RefusedError(BAR_MESSAGES[bar], who=who, submission=submission)
    raise RefusedError(
        N_("{who} is not barred from {submission} in this way"), who=who, submission=submission
    )


def _known(conflict: str) -> str:
    if conflict and conflict not in CONFLICTS:
        raise InputError(
            N_("no kind of conflict '{name}'"),
            hint=N_("give one of {known}"),
            name=conflict,
            known=", ".join(CONFLICTS),
        )
    return conflict


def _draft(
    standing: Standing, who: str, kind: Kind, pair: Pair, reason: str, conflict: str = ""
) -> Draft:
    payload = {"reason": reason} | ({"conflict": conflict} if conflict else {})
    return Draft(who, kind, pair[0], standing.open_round, "", pair[1], payload)
