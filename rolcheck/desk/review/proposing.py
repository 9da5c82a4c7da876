"""The completeness round by machine: what is proposed, and its confirming by a person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from json import loads

from rolcheck.base.errors import InputError, StaleWriteError
from rolcheck.base.ids import new_id
from rolcheck.base.messages import N_
from rolcheck.campaign.completeness import Proposal, proposals
from rolcheck.campaign.loader import Campaign
from rolcheck.campaign.permissions import Action, whose
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Indicator
from rolcheck.desk.desk import Desk
from rolcheck.desk.gates import must_be_on_own_item, must_not_be_barred
from rolcheck.desk.review.verdicts import completeness_round
from rolcheck.events.rows import VerdictRow
from rolcheck.events.types import Draft, Event, Kind
from rolcheck.submission.loader import FileState, file_states


@dataclass(frozen=True, slots=True)
class ProposedItem:
    """One expected item: what is proposed, and what stands already.

    Attributes:
        submission: Whose material.
        title: What is expected.
        required: Whether the round cannot close without a verdict on it.
        proposal: What the machine says.
        given: The verdict that stands; empty without.
        given_by: Whose it is.
        given_on: The basis that it was confirmed on; empty where it was given by hand.
    """

    submission: str
    title: str
    required: bool
    proposal: Proposal
    given: str = ""
    given_by: str = ""
    given_on: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be confirmed.

    Attributes:
        submission: Whose material.
        indicators: Of which indicators; empty for all that are the reviewer's own.
        reviewer: Whose verdicts they are, where a coordinator enters them for somebody.
        shown: The proposals that somebody agreed to, and no others; None for whatever holds.
    """

    submission: str
    indicators: tuple[str, ...] = ()
    reviewer: str = ""
    shown: tuple[Proposal, ...] | None = None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What confirming records, and what it leaves alone.

    Attributes:
        confirmed: The items whose proposals become verdicts.
        drafts: Their events, in the same order.
        given: How many have a verdict already, which stays as it is.
        undecided: How many the machine leaves to a person.
        events: What was recorded; empty in a dry run.
    """

    confirmed: tuple[ProposedItem, ...]
    drafts: tuple[Draft, ...]
    given: int
    undecided: int
    events: tuple[Event, ...] = ()


def proposed(desk: Desk, submission: str = "") -> tuple[ProposedItem, ...]:
    """Return the expected items that the desk's person may see, with what is proposed.

    Raises:
        InputError: No such submission.
    """
    standing, sight = desk.standing(), desk.sight()
    if submission:
        standing.manifest(submission)
    hidden = sight.is_blind and "reviewer" not in sight.roles
    return tuple(
        item
        for name in ([submission] if submission else standing.manifests)
        for item in _items(
            standing,
            desk.campaign,
            name,
            [one for one in standing.criteria.indicators if sight.may_see_item(name, one.id)],
            hidden=hidden,
        )
    )


def to_confirm(desk: Desk, submission: str) -> tuple[ProposedItem, ...]:
    """Return the person's own items of a submission without a verdict, with what is proposed.

    Raises:
        InputError: No such submission.
        RefusedError: The person may give no verdicts on it now.
    """
    standing = desk.standing()
    owner = whose(standing.settings, desk.who, "", Action.GIVE_VERDICTS)
    standing.manifest(submission)
    chosen = _chosen(standing, completeness_round(standing), owner, Wish(submission))
    items = _items(standing, desk.campaign, submission, chosen)
    return tuple(one for one in items if not one.given)


def confirm_proposals(desk: Desk, wish: Wish, *, dry_run: bool = False) -> Confirmation:
    """Record proposals as verdicts, all of them or nothing; see `confirm`.

    Args:
        desk: Of who confirms.
        wish: What is to be confirmed.
        dry_run: Whether to say only what would be recorded.
    """
    found: list[Confirmation] = []

    def decide(standing: Standing) -> Sequence[Draft]:
        found[:] = [confirm(standing, desk.campaign, desk.who, wish, step=new_id())]
        return () if dry_run else found[0].drafts

    events = desk.ledger.commit(decide)
    return replace(found[0], events=events)


def confirm(
    standing: Standing, campaign: Campaign, who: str, wish: Wish, *, step: str
) -> Confirmation:
    """Return what confirming makes: verdicts of the person who confirms, with their basis.

    A verdict that stands is never touched, whoever gave it.

    Args:
        standing: How the campaign stands.
        campaign: Its files, which are looked at once more.
        who: Who enters it.
        wish: What is to be confirmed.
        step: What all of it is taken back with.

    Raises:
        InputError: No such person, submission or indicator.
        RefusedError: No completeness round is open, or an item is not the reviewer's own.
        StaleWriteError: A proposal that was shown is not what the files tell now.
    """
    owner = whose(standing.settings, who, wish.reviewer, Action.GIVE_VERDICTS)
    standing.manifest(wish.submission)
    number = completeness_round(standing)
    indicators = _chosen(standing, number, owner, wish)
    items = list(_items(standing, campaign, wish.submission, indicators))
    if wish.shown is not None:
        items = _agreed(items, wish.shown)
    confirmed = tuple(one for one in items if one.proposal.verdict and not one.given)
    said = {"step": step} | ({"reviewer": owner} if owner != who else {})
    drafts = tuple(_draft(who, number, one, said) for one in confirmed)
    given = sum(bool(one.given) for one in items)
    return Confirmation(confirmed, drafts, given, len(items) - given - len(confirmed))


def _draft(who: str, number: int, one: ProposedItem, said: Mapping[str, str]) -> Draft:
    made = one.proposal
    payload = {"verdict": made.verdict, "basis": made.basis, **said}
    kind = Kind.VERDICT_RECORDED
    return Draft(who, kind, one.submission, number, made.indicator, made.item, payload)


def _chosen(standing: Standing, number: int, owner: str, wish: Wish) -> list[Indicator]:
    """Return the indicators that are confirmed; those named must be the reviewer's own."""
    must_not_be_barred(standing, wish.submission, owner)
    if not wish.indicators:
        own = standing.assigned(number, wish.submission, owner)
        return [one for one in standing.criteria.indicators if one.id in own]
    for name in wish.indicators:
        indicator = standing.criteria.indicator(name)
        must_be_on_own_item(standing, number, wish.submission, indicator.id, owner)
        if not indicator.evidence:
            raise InputError(N_("{indicator} expects no items"), indicator=indicator.id)
    return [one for one in standing.criteria.indicators if one.id in wish.indicators]


def _agreed(items: Sequence[ProposedItem], shown: Sequence[Proposal]) -> list[ProposedItem]:
    now = {one.proposal.name: one for one in items}
    for one in shown:
        if one.name not in now or now[one.name].proposal != one:
            raise StaleWriteError(
                N_("what is proposed for {item} has changed since it was shown"),
                hint=N_("look at the proposals again"),
                item=one.name,
            )
    return [now[one.name] for one in shown]


def _items(
    standing: Standing,
    campaign: Campaign,
    submission: str,
    indicators: Sequence[Indicator],
    *,
    hidden: bool = False,
) -> Iterator[ProposedItem]:
    states = _states(standing, campaign, submission)
    manifest, period = standing.manifest(submission), standing.settings.period
    expected = {(one.id, item.id): item for one in indicators for item in one.evidence}
    for proposal in proposals(indicators, manifest, states, period):
        key = (proposal.indicator, proposal.item)
        row = None if hidden else standing.verdicts.get((submission, *key))
        item = expected[key]
        yield ProposedItem(submission, item.title, item.required, proposal, *_given(row))


def _states(standing: Standing, campaign: Campaign, submission: str) -> dict[str, FileState]:
    receipts = standing.receipts.get(submission, ())
    received: dict[str, str] = loads(receipts[-1].files) if receipts else {}
    if submission not in campaign.submissions:  # its folder cannot be read any more
        return dict.fromkeys(received, "changed")
    return file_states(campaign.submissions[submission], received)


def _given(row: VerdictRow | None) -> tuple[str, str, str]:
    return (row.verdict, row.reviewer, row.basis) if row else ("", "", "")
