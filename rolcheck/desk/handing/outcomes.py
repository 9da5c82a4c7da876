"""What can become of something that came back filled in, and what came in between meanwhile."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from rolcheck.base.errors import InputError, RefusedError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.base.problems import Problem
from rolcheck.base.wrapping import one_line
from rolcheck.desk.handing.handin import Basis, Written, came_with, same_hash
from rolcheck.events.types import Draft

Outcome = Literal["recorded", "unchanged", "blank", "unknown", "conflict", "refused", "bad"]


@dataclass(frozen=True, slots=True)
class Judged:
    """What becomes of one item.

    Attributes:
        value: What was written, in the CSV form where it could be read.
        stands: What the reviewer had recorded before; empty without.
        problems: Why nothing becomes of it, or of anything else in the import.
        note: Of an unknown item, which a form may hold: what is not known about it.
        drafts: The events that it makes; none unless the outcome is ``recorded``.
    """

    item: Written
    reviewer: str
    outcome: Outcome
    value: str = ""
    stands: str = ""
    problems: tuple[Problem, ...] = ()
    drafts: tuple[Draft, ...] = ()
    note: Problem | None = None


@dataclass(frozen=True, slots=True)
class Import:
    """How an import is made.

    Attributes:
        now: The clock's time.
        step: What everything is undone with; it tells the handouts that are taken back.
        override: Whether what was filled in goes before what was recorded since.
        handout: Which handout is taken back at the moment; empty where it does not say.
    """

    now: datetime
    step: str
    override: bool = False
    handout: str = ""


def failed(judged: Judged, error: RolcheckError) -> Judged:
    """Return what becomes of an item that the desk does not take."""
    problem = Problem(error.message, error.where or judged.item.where, error.hint, error.params)
    refused = isinstance(error, RefusedError)
    return replace(judged, outcome="refused" if refused else "bad", problems=(problem,))


def must_be_handed_out(item: Written) -> None:
    """Check that a file says what an item was handed out upon.

    Raises:
        InputError: It does not.
    """
    if not item.bases:
        raise InputError(
            N_("{indicator} of {submission} was not handed out in this file"),
            hint=N_("export a new one"),
            indicator=item.name,
            submission=item.submission,
        )


def conflicts(item: Written, stands: str, now: Basis, value: str) -> Iterator[Problem]:
    """Yield what came in between since the item was handed out.

    Args:
        item: As it came back.
        stands: What is recorded, with what was said; empty where nothing is.
        now: The edition that stands, and the material version.
        value: What was written, with what was said.
    """
    newer = all(basis.edition < now.edition for basis in item.bases)
    if any(_fits(basis, now) for basis in item.bases):
        return
    params: dict[str, object] = {
        "value": value,
        "stands": stands,
        "indicator": item.name,
        "submission": item.submission,
        "basis": str(now),
        "line": item.line,
    }
    if newer and not stands:
        message = N_(
            "{indicator} of {submission} went on since this was handed out; here stands {value}"
        )
    elif newer:
        message = N_(
            "{stands} was recorded for {indicator} of {submission} since this was handed out; "
            "here stands {value}"
        )
    elif stands:
        message = N_(
            "the material of {indicator} of {submission} changed since this was handed out; "
            "recorded is {stands}, here stands {value}"
        )
    else:
        message = N_(
            "the material of {indicator} of {submission} changed since this was handed out; "
            "here stands {value}"
        )
    yield Problem(message, item.where, way_out(item), params)


def corrects(said: Sequence[tuple[str, str]], value: str, handout: str) -> bool:
    """Tell whether a value corrects what an earlier import of the same handout said.

    Args:
        said: Value and step of what was recorded and not taken back, oldest first.
        value: What the handout says now.
        handout: Which it is.

    Returns:
        False too where the handout says what it said before it was corrected: it is an older copy.
    """
    if not said or not came_with(said[-1][1], handout):
        return False
    before = {value for value, step in said[:-1] if came_with(step, handout)}
    return value not in before


def _fits(basis: Basis, now: Basis) -> bool:
    """Tell whether nothing came in between since then."""
    return basis.edition >= now.edition and same_hash(basis.material, now.material)


def way_out(item: Written) -> str:
    """Return how a conflict is overridden."""
    if not item.in_form:
        return N_("to record it all the same, give --override")
    return N_(
        "to record it all the same, write '==+== Version {basis}' below line {line}, "
        "or give --override"
    )


def with_remark(value: str, remark: str) -> str:
    """Return a value with what was said with it."""
    said = one_line(remark)
    return f"{value} ({said})" if said else value
