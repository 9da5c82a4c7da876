"""What can be done with the rounds now, and why the rest cannot."""

from collections.abc import Iterator
from dataclasses import dataclass

from rolcheck.desk.seen import RoundSeen, RoundsSeen
from rolcheck.locale import _, ngettext
from rolcheck.tui.keys import key_of


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that whoever runs the rounds does.

    Attributes:
        name: Of the action.
        key: That does it unless it was put elsewhere.
        title: What it is, in the language in use.
        round: Of which round; 0 where there is none.
        possible: Whether it can be done now.
        note: Why not, or what to expect.
    """

    name: str
    key: str
    title: str
    round: int
    possible: bool
    note: str = ""


def steps(seen: RoundsSeen) -> Iterator[Step]:
    """Yield every step in the order of a campaign."""
    if seen.runs:
        yield _open(seen)
        yield _close(seen)
        yield _reopen(seen)
        yield _seal(seen)


def written_key(step: Step) -> str:
    """Return how the key of a step is written."""
    return key_of(f"rounds.{step.name}", step.key)


def step(seen: RoundsSeen | None, name: str) -> Step | None:
    """Return a step if it is possible now."""
    found = steps(seen) if seen else ()
    return next((one for one in found if one.name == name and one.possible), None)


def _sealed(seen: RoundsSeen) -> bool:
    return any(one.state == "sealed" for one in seen.rounds)


def _last(seen: RoundsSeen) -> RoundSeen:
    return max(seen.rounds, key=lambda one: one.number)


def _open(seen: RoundsSeen) -> Step:
    if seen.next is None:
        return Step("open", "o", _("open the next round"), 0, False, _("every round was opened"))
    title = _("open round {number}").format(number=seen.next)
    if seen.open is not None:
        why = _("once round {number} is closed").format(number=seen.open)
        return Step("open", "o", title, seen.next, False, why)
    return Step("open", "o", title, seen.next, True)


def _close(seen: RoundsSeen) -> Step:
    if seen.open is None:
        return Step("close", "c", _("close the round"), 0, False, _("no round is open"))
    left = len(seen.blockers)
    note = ngettext("{n} item left", "{n} items left", left).format(n=left) if left else ""
    title = _("close round {number}").format(number=seen.open)
    return Step("close", "c", title, seen.open, True, note)


def _reopen(seen: RoundsSeen) -> Step:
    number = max((one.number for one in seen.rounds if one.state == "closed"), default=0)
    if seen.open is not None or not number:
        note = _("while no round is open") if number else _("no round was closed")
        return Step("reopen", "r", _("reopen the round"), 0, False, note)
    if _sealed(seen):
        return Step("reopen", "r", _("reopen the round"), 0, False, _("the campaign is sealed"))
    return Step("reopen", "r", _("reopen round {number}").format(number=number), number, True)


def _seal(seen: RoundsSeen) -> Step:
    last = _last(seen)
    if _sealed(seen):
        return Step("seal", "s", _("seal"), 0, False, _("the campaign is sealed"))
    if last.state != "closed":
        why = _("once round {number} is closed").format(number=last.number)
        return Step("seal", "s", _("seal"), 0, False, why)
    return Step("seal", "s", _("seal"), last.number, True)
