"""What a row of an assignment file changes: plainly, or from what is there to what is to be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.base.text import fold_width
from rolcheck.campaign.standing import Standing
from rolcheck.desk.imports import whole_number

ASSIGN, UNASSIGN = "assign", "unassign"
NONE, ANY = "none", "any"

Share = tuple[int, str, str]
"""A round, a submission and a reviewer."""


@dataclass(frozen=True, slots=True)
class Change:
    """Indicators that a share gains or, with `action` unassign, loses."""

    action: str
    share: Share
    indicators: frozenset[str]


@dataclass(frozen=True, slots=True)
class Transition:
    """The `round` of a row.

    Attributes:
        source: The rounds whose assignments move; empty for a row that moves nothing.
        target: The round assigned to; None where assignments only go.
        only_new: Whether the row holds only where nothing of it is assigned yet.
    """

    source: tuple[int, ...]
    target: int | None
    only_new: bool = False


class Holdings:
    """Who has what after the changes so far; the rows of a file apply from top to bottom."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self._changed: dict[Share, frozenset[str]] = {}

    def of(self, share: Share) -> frozenset[str]:
        """Return the indicators of a share."""
        return self._changed.get(share, self._standing.assigned(*share))

    def apply(self, change: Change) -> None:
        """Take a change in."""
        had, named = self.of(change.share), change.indicators
        self._changed[change.share] = had | named if change.action == ASSIGN else had - named

    def changed(self) -> Mapping[Share, tuple[frozenset[str], frozenset[str]]]:
        """Return what every share that differs had, and what it has."""
        pairs = {share: (self._standing.assigned(*share), now)
                 for share, now in self._changed.items()}  # fmt: skip
        return {share: pair for share, pair in pairs.items() if pair[0] != pair[1]}


def changes(
    holdings: Holdings,
    action: str,
    share: tuple[str, str],
    scope: frozenset[str],
    transition: Transition,
) -> Iterator[Change]:
    """Yield what a row changes, and take it in; nothing for a row that changes nothing.

    Args:
        share: The submission and the reviewer.
    """
    for change in list(_changes(holdings, action, share, scope, transition)):
        had = holdings.of(change.share)
        if change.indicators - had if change.action == ASSIGN else change.indicators & had:
            holdings.apply(change)
            yield change


def _changes(
    holdings: Holdings,
    action: str,
    share: tuple[str, str],
    scope: frozenset[str],
    transition: Transition,
) -> Iterator[Change]:
    target = None if transition.target is None else (transition.target, *share)
    if transition.source:
        moved = frozenset[str]()
        for number in transition.source:
            found = holdings.of((number, *share)) & scope
            moved |= found
            if number != transition.target:
                yield Change(UNASSIGN, (number, *share), found)
        if target:
            yield Change(ASSIGN, target, moved)
    elif target and not (transition.only_new and holdings.of(target) & scope):
        yield Change(action, target, scope)


def transition_of(standing: Standing, action: str, text: str) -> Transition:
    """Return what the `round` of a row says.

    Raises:
        InputError: It says nothing known, or there is no such round.
        RefusedError: A round that it names has closed.
    """
    before, colon, after = fold_width(text).casefold().partition(":")
    source, target = before.strip(), after.strip()
    if not colon:
        return Transition((), round_to_assign(standing, source))
    if action != ASSIGN or (source, target) == (NONE, NONE):
        raise InputError(
            N_("no transition '{text}' for {action}"),
            hint=N_("expected none:2, any:2, 1:2, any:none or 1:none, with the action assign"),
            text=text,
            action=action,
        )
    goal = None if target == NONE else round_to_assign(standing, target)
    if source == NONE:
        return Transition((), goal, only_new=True)
    if source == ANY:
        return Transition(changeable(standing), goal)
    return Transition((_can_change(standing, whole_number(source)),), goal)


def round_to_assign(standing: Standing, text: str) -> int:
    """Return the round that a text names; of none the open one, else the next.

    Raises:
        InputError: There is no such round.
        RefusedError: It has closed, or none is left.
    """
    if text:
        return _can_change(standing, whole_number(text))
    number = standing.open_round or standing.next_round
    if number is None:
        raise RefusedError(N_("no round is left to assign"))
    return number


def changeable(standing: Standing) -> tuple[int, ...]:
    """Return the rounds whose assignments can still change."""
    return tuple(
        number
        for number in standing.settings.plans
        if standing.state_of(number) in ("planned", "open")
    )


def _can_change(standing: Standing, number: int) -> int:
    standing.plan(number)
    if number not in changeable(standing):
        raise RefusedError(
            N_("round {number} is {state}"), number=number, state=standing.state_of(number)
        )
    return number
