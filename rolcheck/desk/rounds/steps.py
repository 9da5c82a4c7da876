"""Opening, closing and reopening rounds, and calling items back."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from rolcheck.base.clock import stamp
from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean, fold_width
from rolcheck.campaign.blockers import Blocker, blockers
from rolcheck.campaign.loader import Campaign
from rolcheck.campaign.openings import first_kind, returned
from rolcheck.campaign.permissions import Action, must_be_allowed
from rolcheck.campaign.settings import SCORING_KINDS
from rolcheck.campaign.standing import Cell, Standing
from rolcheck.desk.gates import must_be_in_state, must_say_why
from rolcheck.desk.ledger import recorded
from rolcheck.desk.receiving.intake import put_on_record, receive_new
from rolcheck.events.codec import Link
from rolcheck.events.types import Draft, Kind


@dataclass(frozen=True, slots=True)
class Closing:
    """What a closing is decided on besides the standing.

    Attributes:
        disputes: The cells whose panels are in dispute now.
        frontier: The last link of every chain.
        today: For what is overdue.
        waive: Why it closes in spite of what is left to do; empty where nothing is.
    """

    disputes: Set[Cell]
    frontier: Sequence[Link]
    today: date
    waive: str = ""


class BlockedError(RefusedError):
    """A round cannot be closed; `blockers` says what is left to do."""

    def __init__(self, number: int, left: tuple[Blocker, ...]) -> None:
        super().__init__(
            N_("round {number} cannot be closed: {count} things are left to do"),
            hint=N_("see them with rolcheck round status, or close with --waive REASON"),
            number=number,
            count=len(left),
        )
        self.blockers = left


def open_round(standing: Standing, campaign: Campaign, who: str, number: int) -> list[Draft]:
    """Return what opening round `number` records: receipts, settings, what comes back.

    Raises:
        InputError: No such round, or a file that a submission names cannot be read.
        RefusedError: The person may not, or it is not this round's turn.
    """
    must_be_allowed(standing.settings, who, Action.RUN_ROUNDS)
    standing.plan(number)
    if standing.open_round is not None:
        raise RefusedError(
            N_("round {number} is open; one round is open at a time"), number=standing.open_round
        )
    if number in standing.rounds:
        raise RefusedError(
            N_("round {number} is {state}"),
            hint=N_("the last closed round can be reopened: rolcheck round reopen N --reason ..."),
            number=number,
            state=standing.state_of(number),
        )
    if number != standing.next_round:
        raise RefusedError(N_("round {number} comes first"), number=standing.next_round)
    drafts = receive_new(standing, campaign, who)
    if recorded(standing.tables) is None:
        drafts.append(put_on_record(standing, campaign, who, kind=Kind.SETTINGS_RECORDED))
    drafts.append(
        Draft(
            who, Kind.ROUND_OPENED, round=number, payload={"returned": returned(standing, number)}
        )
    )
    return drafts


def close_round(standing: Standing, who: str, number: int, closing: Closing) -> list[Draft]:
    """Return the closing of the open round, with what was waived and what is in dispute.

    Raises:
        InputError: No such round.
        BlockedError: Something is left to do, and nothing is waived.
        RefusedError: The person may not, or the round is not open.
    """
    must_be_allowed(standing.settings, who, Action.RUN_ROUNDS)
    standing.plan(number)
    must_be_in_state(standing, number, "open")
    left = blockers(standing, number, disputes=closing.disputes, today=closing.today)
    reason = clean(closing.waive).strip()
    if left and not reason:
        raise BlockedError(number, left)
    waived = [[item.kind, item.submission, item.indicator, item.subject] for item in left]
    payload = {
        "frontier": [list(link) for link in closing.frontier],
        "disputes": [list(cell) for cell in sorted(closing.disputes)],
        "waived": waived,
        "reason": reason if left else "",
    }
    return [Draft(who, Kind.ROUND_CLOSED, round=number, payload=payload)]


def reopen_round(
    standing: Standing,
    who: str,
    number: int,
    reason: str,
    *,
    until: datetime | None,
    now: datetime,
) -> list[Draft]:
    """Return the reopening of the last closed round.

    Raises:
        InputError: No such round, no reason, or `until` is past.
        RefusedError: The person may not, or it is not the last closed round.
    """
    must_be_allowed(standing.settings, who, Action.RUN_ROUNDS)
    standing.plan(number)
    must_be_in_state(standing, number, "closed")
    if standing.open_round is not None or max(standing.rounds) != number:
        raise RefusedError(
            N_("round {number} was followed by round {later}"),
            number=number,
            later=max(standing.rounds),
        )
    payload: dict[str, object] = {"reason": must_say_why(reason)}
    if until is not None:
        _must_be_to_come(standing, until, now)
        payload["until"] = stamp(until)
    return [Draft(who, Kind.ROUND_REOPENED, round=number, payload=payload)]


def time_until(text: str, zone: tzinfo) -> datetime:
    """Return the time that somebody wrote, where the campaign is run unless it says otherwise.

    Raises:
        InputError: It is no time.
    """
    try:
        at = datetime.fromisoformat(fold_width(text).strip())
    except ValueError as error:
        raise InputError(
            N_("'{text}' is no time"), hint=N_("write it as in 2023-06-30T18:00"), text=text
        ) from error
    return at.replace(tzinfo=zone) if at.tzinfo is None else at


def recall(
    standing: Standing, who: str, submission: str, indicator_id: str, reason: str
) -> list[Draft]:
    """Return the recall of a base indicator into the open round; nothing if it is recalled.

    Raises:
        InputError: No such submission or indicator, or no reason.
        RefusedError: The person may not, or the round takes no recalls of this indicator.
    """
    must_be_allowed(standing.settings, who, Action.RECALL)
    standing.manifest(submission)
    indicator = standing.criteria.indicator(indicator_id)
    number = standing.open_round
    kind = standing.plan(number).kind if number is not None else ""
    if number is None or kind not in ("re-examination", "final"):
        raise RefusedError(N_("items are recalled while a re-examination or final round is open"))
    first = first_kind(standing.settings, indicator)
    if not indicator.is_base or first is None or _later(first, kind):
        raise RefusedError(
            N_("{indicator} cannot be recalled into round {number}"),
            indicator=indicator.id,
            number=number,
        )
    why = must_say_why(reason)
    if (submission, indicator.id) in standing.recalls.get(number, ()):
        return []
    return [
        Draft(
            who,
            Kind.ITEM_RECALLED,
            submission=submission,
            round=number,
            indicator=indicator.id,
            payload={"reason": why},
        )
    ]


def _must_be_to_come(standing: Standing, until: datetime, now: datetime) -> None:
    if until > now:
        return
    zone = standing.settings.timezone
    raise InputError(
        N_("no scores can be taken until {time}: that is past"),
        hint=N_("give a time after {now}, or none"),
        time=f"{until.astimezone(zone):%Y-%m-%dT%H:%M}",
        now=f"{now.astimezone(zone):%Y-%m-%dT%H:%M}",
    )


def _later(one: str, other: str) -> bool:
    kinds = list(map(str, SCORING_KINDS))
    return kinds.index(one) > kinds.index(other)
