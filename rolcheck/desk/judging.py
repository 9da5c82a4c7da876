"""What becomes of what came back filled in: it goes the way of typed scores, or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from rolcheck.base.errors import (
    InputError,
    ProblemsError,
    RefusedError,
    RefusedRowsError,
    RolcheckError,
)
from rolcheck.base.messages import N_
from rolcheck.base.problems import Problem
from rolcheck.base.wrapping import one_line
from rolcheck.campaign.permissions import Action, must_be_allowed
from rolcheck.campaign.standing import Cell, Standing
from rolcheck.desk.gates import must_be_in_round
from rolcheck.desk.handin import (
    SHORT_HASH,
    Basis,
    Handin,
    Written,
    criteria_on_record,
    editions,
    same_hash,
)
from rolcheck.desk.review import Entry, score
from rolcheck.desk.written import as_value
from rolcheck.events.rows import ObservationRow
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
        drafts: The event that it makes; none unless the outcome is ``recorded``.
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
        step: What everything is undone with.
        override: Whether what was filled in goes before what was recorded since.
    """

    now: datetime
    step: str
    override: bool = False


def judge(
    standing: Standing, who: str, handins: Sequence[Handin], how: Import
) -> tuple[Judged, ...]:
    """Return what becomes of every item of what came back, in the order of the files.

    Raises:
        InputError: A file is for another campaign, or for nobody who is known.
        RefusedError: It is for another round or other criteria, or for somebody else than `who`,
            who is no coordinator.
    """
    judged: list[Judged] = []
    first: dict[tuple[str, str, str], Written] = {}
    for handin in handins:
        try:
            _must_fit(standing, who, handin)
        except RolcheckError as error:
            error.where = error.where or handin.where
            raise
        made = editions(standing, handin.reviewer)
        for item in handin.items:
            key = (handin.reviewer, item.submission, item.indicator)
            twin = None if item.is_blank else first.setdefault(key, item)
            if twin is None or twin is item:
                judged.append(_judged(standing, who, handin.reviewer, item, made, how))
            else:
                judged.append(_twin(handin.reviewer, item, twin))
    return tuple(judged)


def problems_of(judged: Sequence[Judged]) -> ProblemsError | None:
    """Return why nothing of an import is recorded, every reason named; None where all is well."""
    problems = [problem for one in judged for problem in one.problems]
    if not problems:
        return None
    bad = any(one.outcome == "bad" for one in judged)
    return ProblemsError(problems) if bad else RefusedRowsError(problems)


def _must_fit(standing: Standing, who: str, handin: Handin) -> None:
    campaign = standing.settings.campaign.id
    if handin.campaign != campaign:
        raise InputError(
            N_("this was made for the campaign '{name}', not for {campaign}"),
            hint=N_("import it into its own campaign, or export a new one here"),
            name=handin.campaign,
            campaign=campaign,
        )
    if handin.reviewer != who:
        must_be_allowed(standing.settings, who, Action.IMPORT_FOR_OTHERS)
    must_be_allowed(standing.settings, handin.reviewer, Action.SCORE)
    must_be_in_round(standing, handin.round)
    if not same_hash(handin.criteria, criteria_on_record(standing)):
        raise RefusedError(
            N_("this was made for other criteria than those on record: {name}"),
            hint=N_("export a new one, and have it filled in"),
            name=handin.criteria[:SHORT_HASH],
        )


def _twin(reviewer: str, item: Written, twin: Written) -> Judged:
    same = (item.value, item.remark, item.evidence) == (twin.value, twin.remark, twin.evidence)
    if same and not item.faults:
        return Judged(item, reviewer, "unchanged", item.value)
    problem = Problem(
        N_("{indicator} of {submission} is filled in twice, and not alike: also in {place}"),
        item.where,
        N_("expected it once"),
        {"indicator": item.indicator, "submission": item.submission, "place": str(twin.where)},
    )
    return Judged(item, reviewer, "bad", item.value, problems=(problem,))


def _judged(
    standing: Standing,
    who: str,
    reviewer: str,
    item: Written,
    made: Mapping[Cell, int],
    how: Import,
) -> Judged:
    if item.is_blank:
        return Judged(item, reviewer, "blank")
    if item.in_form:
        unknown = _unknown(standing, item)
        if unknown:
            return Judged(item, reviewer, "unknown", item.value, note=unknown)
    latest = standing.own_latest(item.submission, item.indicator, reviewer)
    judged = Judged(item, reviewer, "bad", item.value, latest.value if latest else "")
    if item.faults:
        return replace(judged, problems=item.faults)
    try:
        value = _value(standing, item)
        entry = Entry(item.submission, item.indicator, value, item.remark, item.evidence)
        drafts = score(standing, who, entry, now=how.now, reviewer=reviewer, step=how.step)
    except RolcheckError as error:
        problem = Problem(error.message, error.where or item.where, error.hint, error.params)
        refused = isinstance(error, RefusedError)
        return replace(judged, outcome="refused" if refused else "bad", problems=(problem,))
    judged = replace(judged, value=value)
    if not drafts:
        return replace(judged, outcome="unchanged")
    version = standing.version(item.submission, item.indicator)
    now = Basis(made[item.submission, item.indicator], version)
    conflicts = () if how.override else tuple(_conflicts(item, latest, now, value))
    if conflicts:
        return replace(judged, outcome="conflict", problems=conflicts)
    return replace(judged, outcome="recorded", drafts=tuple(drafts))


def _unknown(standing: Standing, item: Written) -> Problem | None:
    """Return what the campaign does not know of an item; None where it knows it."""
    try:
        standing.manifest(item.submission)
        standing.criteria.indicator(item.indicator)
    except InputError as error:
        return Problem(error.message, item.where, error.hint, error.params)
    return None


def _value(standing: Standing, item: Written) -> str:
    """Return the CSV form of what was written.

    Raises:
        InputError: There is no value, no such submission or indicator, or it was not handed out.
        ObservationError: The rule does not take the value.
    """
    standing.manifest(item.submission)
    indicator = standing.criteria.indicator(item.indicator)
    if not item.value:
        raise InputError(
            N_("there is a remark or evidence but no value"),
            hint=N_("write the value too, or clear the rest"),
        )
    if not item.bases:
        raise InputError(
            N_("{indicator} of {submission} was not handed out in this file"),
            hint=N_("export a new one"),
            indicator=item.indicator,
            submission=item.submission,
        )
    return as_value(indicator, item.value, standing.settings.period, numbered=item.in_form)


def _conflicts(
    item: Written, latest: ObservationRow | None, now: Basis, value: str
) -> Iterator[Problem]:
    """Yield what came in between since the item was handed out."""
    newer = all(basis.edition < now.edition for basis in item.bases)
    if any(_fits(basis, now) for basis in item.bases):
        return
    params: dict[str, object] = {
        "value": _with_remark(value, item.remark),
        "stands": _with_remark(latest.value, latest.remark) if latest else "",
        "indicator": item.indicator,
        "submission": item.submission,
        "basis": str(now),
        "line": item.line,
    }
    if newer:
        message = N_(
            "{stands} was recorded for {indicator} of {submission} since this was handed out; "
            "here stands {value}"
        )
    elif latest:
        message = N_(
            "the material of {indicator} of {submission} changed since this was handed out; "
            "recorded is {stands}, here stands {value}"
        )
    else:
        message = N_(
            "the material of {indicator} of {submission} changed since this was handed out; "
            "here stands {value}"
        )
    yield Problem(message, item.where, _way_out(item), params)


def _fits(basis: Basis, now: Basis) -> bool:
    """Tell whether nothing came in between since then."""
    return basis.edition >= now.edition and same_hash(basis.material, now.material)


def _way_out(item: Written) -> str:
    if not item.in_form:
        return N_("to record it all the same, give --override")
    return N_(
        "to record it all the same, write '==+== Version {basis}' below line {line}, "
        "or give --override"
    )


def _with_remark(value: str, remark: str) -> str:
    said = one_line(remark)
    return f"{value} ({said})" if said else value
