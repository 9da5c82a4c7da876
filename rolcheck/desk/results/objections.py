"""Objections after publication: entered, decided, listed; what they change is a later edition."""

from dataclasses import dataclass
from datetime import date, datetime

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean, fold_width
from rolcheck.campaign.permissions import Action, must_be_allowed, whose
from rolcheck.campaign.standing import Standing
from rolcheck.desk.desk import Desk
from rolcheck.desk.disputes.rulings import must_be_there, ruled_value
from rolcheck.desk.gates import must_not_be_barred, must_say_why
from rolcheck.desk.rounds.sealing import must_be_sealed
from rolcheck.events.rows import ObjectionRow
from rolcheck.events.types import Draft, Event, Kind

UPHELD, DISMISSED = "upheld", "dismissed"
DECISIONS = (UPHELD, DISMISSED)


@dataclass(frozen=True, slots=True)
class Objection:
    """What somebody objects to.

    Attributes:
        objector: Who, as they call themselves; an applicant, a unit, a citizen.
        made_on: The day on which it was made; None for today.
    """

    submission: str
    indicator: str
    objector: str
    text: str
    made_on: date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided on an objection.

    Attributes:
        name: ``O1``.
        decision: upheld or dismissed.
        value: What is ruled with it; empty where it is dismissed.
        arbiter: Whose decision it is, where a coordinator enters it; empty for one's own.
    """

    name: str
    decision: str
    reason: str
    value: str = ""
    arbiter: str = ""


def objection_name(row: ObjectionRow) -> str:
    """Return what people call an objection."""
    return f"O{row.number}"


def add_objection(desk: Desk, objection: Objection) -> tuple[Event, ...]:
    """Enter an objection to a sealed result.

    Raises:
        InputError: No such submission or indicator, nobody objects, nothing is said, or a day
            to come.
        RefusedError: The person may not, or the campaign is not sealed.
    """
    return desk.ledger.commit(
        lambda now: _added(now, desk.who, objection, desk.now()), after_seal=True
    )


def _added(standing: Standing, who: str, objection: Objection, now: datetime) -> list[Draft]:
    must_be_allowed(standing.settings, who, Action.ADD_OBJECTIONS)
    must_be_sealed(standing)
    standing.manifest(objection.submission)
    indicator = standing.criteria.indicator(objection.indicator)
    objector, text = clean(objection.objector).strip(), clean(objection.text).strip()
    if not objector or not text:
        raise InputError(N_("an objection says who objects, and to what"))
    today = now.astimezone(standing.settings.timezone).date()
    made_on = objection.made_on or today
    if made_on > today:
        raise InputError(
            N_("an objection cannot be made on {day}: that is to come"), day=made_on.isoformat()
        )
    payload = {
        "number": len(standing.objections) + 1,
        "objector": objector,
        "text": text,
        "made_on": made_on.isoformat(),
    }
    return [
        Draft(
            who,
            Kind.OBJECTION_ADDED,
            objection.submission,
            standing.settings.last_round,
            indicator.id,
            payload=payload,
        )
    ]


def decide_objection(desk: Desk, decision: Decision) -> tuple[Event, ...]:
    """Decide on an objection; an upheld one is ruled, for the next edition.

    Raises:
        InputError: No such objection, no reason, or no value where it is upheld.
        ObservationError: The indicator's rule does not take the value.
        RefusedError: The person may not, it is decided, or the ruling would change nothing.
    """
    return desk.ledger.commit(
        lambda now: _decided(now, desk.ledger.standing_to_seal(), desk.who, decision),
        after_seal=True,
    )


def _decided(now: Standing, result: Standing, who: str, said: Decision) -> list[Draft]:
    owner = whose(now.settings, who, said.arbiter, Action.DECIDE_OBJECTIONS)
    must_be_sealed(now)
    row = find(now, said.name)
    must_not_be_barred(now, row.submission, owner)
    if row.state != "open":
        raise RefusedError(N_("objection {name} is decided"), name=objection_name(row))
    why = must_say_why(said.reason)
    ruling = _ruling(result, who, owner, row, said, why)
    payload = {
        "decision": said.decision,
        "reason": why,
        "value": said.value.strip(),
        "arbiter": owner if owner != who else "",
    }
    number = now.settings.last_round
    kind = Kind.OBJECTION_DECIDED
    return [*ruling, Draft(who, kind, row.submission, number, row.indicator, row.id, payload)]


def _ruling(
    result: Standing, who: str, owner: str, row: ObjectionRow, said: Decision, why: str
) -> list[Draft]:
    """Return the ruling that goes with an upheld objection; nothing for a dismissed one."""
    if said.decision == DISMISSED:
        if said.value.strip():
            raise InputError(N_("a dismissed objection changes no score: give no value"))
        return []
    if not said.value.strip():
        raise InputError(
            N_("an upheld objection needs what is ruled"), hint=N_("give it with --value VALUE")
        )
    indicator = result.criteria.indicator(row.indicator)
    ruled = ruled_value(result, indicator, said.value)
    number = result.settings.last_round
    must_be_there(result, number, row.submission, indicator.id, ruled)
    stands = result.rulings.get((row.submission, indicator.id))
    if stands and stands.value == ruled:
        raise RefusedError(
            N_("{value} is ruled on {indicator} already: that would change nothing"),
            value=ruled,
            indicator=indicator.id,
        )
    version = result.version(row.submission, indicator.id)
    payload = {"value": ruled, "reason": why, "version": version}
    kind = Kind.RULING_MADE if ruled else Kind.RULING_LIFTED
    subject = owner if owner != who else ""
    return [Draft(who, kind, row.submission, number, indicator.id, subject, payload)]


def find(standing: Standing, name: str) -> ObjectionRow:
    """Return the objection of that name.

    Raises:
        InputError: There is none.
    """
    wanted = fold_width(name).strip().upper()
    for row in standing.objections:
        if wanted == objection_name(row):
            return row
    raise InputError(
        N_("no objection '{name}'"), hint=N_("see them: rolcheck objection list"), name=name
    )


def objections_of(desk: Desk, submission: str = "") -> tuple[ObjectionRow, ...]:
    """Return the objections that the reader may see.

    Raises:
        InputError: There is no such submission.
    """
    standing, sight = desk.standing(), desk.sight()
    if submission:
        standing.manifest(submission)
    return tuple(
        row
        for row in standing.objections
        if submission in ("", row.submission) and sight.may_see_item(row.submission, row.indicator)
    )
