"""What a row of an assignment file changes: plainly, or from what is there to what is to be."""

from collections.abc import Iterator
from dataclasses import dataclass

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.base.text import fold_width
from rolcheck.campaign.shares import Share
from rolcheck.campaign.standing import Standing
from rolcheck.desk.imports import whole_number

ASSIGN, UNASSIGN = "assign", "unassign"
NONE, ANY = "none", "any"


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
    """Who has what after the changes so far; the rows of a file apply from top to bottom.

    Args:
        standing: How it stood before them.
        drafts: Whether all changes wait to be published; else those of a round that never was.
    """

    def __init__(self, standing: Standing, *, drafts: bool = False) -> None:
        self._standing, self._drafts = standing, drafts
        self._planned: dict[Share, frozenset[str]] = {}
        self._in_effect: dict[Share, frozenset[str]] = {}

    def of(self, share: Share) -> frozenset[str]:
        """Return the indicators of a share as planned."""
        return self._planned.get(share, self._standing.planned(*share))

    def waits(self, number: int) -> bool:
        """Tell whether a change in a round waits to be published."""
        return self._drafts or number not in self._standing.published_at

    def apply(self, change: Change) -> bool:
        """Take a change in, and tell whether it changed anything."""
        before = self._views(change.share)
        add = change.action == ASSIGN
        after = [had | change.indicators if add else had - change.indicators for had in before]
        self._planned[change.share] = after[0]
        if not self.waits(change.share[0]):
            self._in_effect[change.share] = after[1]
            return before != after
        return before[0] != after[0]

    def _views(self, share: Share) -> list[frozenset[str]]:
        return [self.of(share), self._in_effect.get(share, self._standing.assigned(*share))]


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
        if holdings.apply(change):
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
