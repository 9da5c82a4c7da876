"""What becomes of what came back filled in: it goes the way of typed entries, or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rolcheck.base.errors import (
    InputError,
    ProblemsError,
    RefusedError,
    RefusedRowsError,
    RolcheckError,
)
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.campaign.permissions import Action, must_be_allowed
from rolcheck.campaign.standing import Cell, Standing
from rolcheck.desk.gates import must_be_in_round
from rolcheck.desk.handing.answers import judged_answer
from rolcheck.desk.handing.declarations import judged_declarations
from rolcheck.desk.handing.handin import (
    SHORT_HASH,
    Handin,
    Written,
    criteria_on_record,
    editions,
    ruling_editions,
    same_hash,
    verdict_editions,
)
from rolcheck.desk.handing.outcomes import Import, Judged
from rolcheck.desk.handing.people import must_fill_in
from rolcheck.desk.handing.ruled import judged_ruling
from rolcheck.desk.handing.scores import judged_score
from rolcheck.desk.handing.supposing import supposed
from rolcheck.desk.handing.verdicts import judged_verdict


@dataclass(slots=True)
class _Filled:
    """What was filled in so far in an import, to find what is there twice."""

    own: dict[tuple[str, ...], Written] = field(default_factory=dict)
    verdicts: dict[tuple[str, str], Written] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Bench:
    """Who takes which file back, how, and what was filled in before it."""

    who: str
    handin: Handin
    how: Import
    filled: _Filled


@dataclass(frozen=True, slots=True)
class _Made:
    """How often everything was recorded before a file is taken back."""

    scores: Mapping[Cell, int]
    verdicts: Mapping[tuple[str, str, str], int]
    rulings: Mapping[Cell, int]

    @classmethod
    def of(cls, standing: Standing, reviewer: str) -> "_Made":
        """Return it for what one person filled in."""
        return cls(
            editions(standing, reviewer), verdict_editions(standing), ruling_editions(standing)
        )


def judge(
    standing: Standing, who: str, handins: Sequence[Handin], how: Import
) -> tuple[Judged, ...]:
    """Return what becomes of every item of what came back, in the order of the files.

    Of each file the declarations come first: with them its scores are taken.

    Raises:
        InputError: A file is for another campaign, or for nobody who is known.
        RefusedError: It is for another round or other criteria, or for somebody else than `who`,
            who is no coordinator.
    """
    judged: list[Judged] = []
    filled = _Filled()
    for handin in handins:
        try:
            _must_fit(standing, who, handin)
        except RolcheckError as error:
            error.where = error.where or handin.where
            raise
        bench = _Bench(who, handin, replace(how, handout=handin.handout), filled)
        declared = judged_declarations(standing, who, handin, how)
        judged += declared
        standing = supposed(standing, [draft for one in declared for draft in one.drafts])
        made = _Made.of(standing, handin.reviewer)
        for item in handin.items:
            if item.part == "declaration":
                continue
            one = _judged(standing, bench, item, made)
            judged.append(one)
            standing = supposed(standing, one.drafts if item.finding else ())
    return tuple(judged)


def _judged(standing: Standing, bench: "_Bench", item: Written, made: "_Made") -> Judged:
    owner, how, filled = bench.handin.reviewer, bench.how, bench.filled
    one = _known(standing, owner, item) or _twin(owner, item, filled)
    if one is not None:
        return one
    match item.part:
        case "verdict":
            verdict = judged_verdict(standing, bench.who, owner, item, made.verdicts, how)
            return _agreed(verdict, filled, how)
        case "ruling":
            return judged_ruling(standing, bench.who, owner, item, made.rulings, how)
        case "answer":
            return judged_answer(standing, bench.who, owner, item, how)
        case _:
            return judged_score(standing, bench.who, owner, item, made.scores, how)


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
    must_fill_in(standing.settings, handin.reviewer)
    if not handin.items or any(item.part != "answer" for item in handin.items):
        must_be_in_round(standing, handin.round)
    if not same_hash(handin.criteria, criteria_on_record(standing)):
        raise RefusedError(
            N_("this was made for other criteria than those on record: {name}"),
            hint=N_("export a new one, and have it filled in"),
            name=handin.criteria[:SHORT_HASH],
        )


def _known(standing: Standing, reviewer: str, item: Written) -> Judged | None:
    """Return what becomes of an item of which nothing is made; None where something may be."""
    latest = standing.own_latest(item.submission, item.indicator, reviewer)
    before = latest.value if latest and item.part == "score" else ""
    judged = Judged(item, reviewer, "bad", item.value, before)
    if item.faults:
        return replace(judged, problems=item.faults)
    unknown = _unknown(standing, item) if item.part != "answer" else None
    if item.is_blank:
        if unknown and item.in_form:
            return replace(judged, outcome="unknown", note=unknown)
        return replace(judged, outcome="blank")
    return replace(judged, problems=(unknown,)) if unknown else None


def _twin(reviewer: str, item: Written, filled: _Filled) -> Judged | None:
    """Return what becomes of an item that the reviewer filled in twice; None where not."""
    twin = filled.own.setdefault((reviewer, item.part, item.submission, item.name), item)
    if twin is item:
        return None
    if item.said == twin.said:
        return Judged(item, reviewer, "unchanged", item.value)
    problem = Problem(
        N_("{indicator} of {submission} is filled in twice, and not alike: also in {place}"),
        item.where,
        N_("expected it once"),
        {"indicator": item.name, "submission": item.submission, "place": str(twin.where)},
    )
    return Judged(item, reviewer, "bad", item.value, problems=(problem,))


def _agreed(judged: Judged, filled: _Filled, how: Import) -> Judged:
    """Return what becomes of a verdict beside those that others give on the same item."""
    item = judged.item
    if judged.outcome not in ("recorded", "unchanged") or not item.value:
        return judged
    item = replace(item, value=judged.value)
    other = filled.verdicts.setdefault((item.submission, item.name), item)
    if other.value == item.value or how.override:
        return judged
    problem = Problem(
        N_("two reviewers do not agree on {indicator} of {submission}: {other} stands in {place}"),
        judged.item.where,
        N_("settle it with them and clear one; or give --override, and the later one stands"),
        {
            "indicator": item.name,
            "submission": item.submission,
            "other": other.value,
            "place": str(other.where),
        },
    )
    return replace(judged, outcome="conflict", problems=(problem,), drafts=())


def _unknown(standing: Standing, item: Written) -> Problem | None:
    """Return what the campaign does not know of an item, with what was perhaps meant."""
    where = Place(item.where.file, item.line) if item.line else item.where
    try:
        standing.manifest(item.submission)
        standing.criteria.indicator(item.indicator)
    except InputError as error:
        return Problem(error.message, where, error.hint, error.params)
    return None
