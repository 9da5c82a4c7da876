"""What becomes of what came back filled in: it goes the way of typed entries, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rolcheck.base.errors import (
    InputError,
    ProblemsError,
    RefusedError,
    RefusedRowsError,
    RolcheckError,
)
from rolcheck.base.messages import N_
from rolcheck.base.problems import Problem
from rolcheck.campaign.permissions import Action, must_be_allowed
from rolcheck.campaign.standing import Standing
from rolcheck.desk.gates import must_be_in_round
from rolcheck.desk.handing.declarations import judged_declarations
from rolcheck.desk.handing.handin import (
    SHORT_HASH,
    Handin,
    Written,
    criteria_on_record,
    editions,
    same_hash,
    verdict_editions,
)
from rolcheck.desk.handing.outcomes import Import, Judged
from rolcheck.desk.handing.scores import judged_score
from rolcheck.desk.handing.supposing import supposed
from rolcheck.desk.handing.verdicts import judged_verdict


@dataclass(slots=True)
class _Filled:
    """What was filled in so far in an import, to find what is there twice."""

    own: dict[tuple[str, str, str], Written] = field(default_factory=dict)
    verdicts: dict[tuple[str, str], Written] = field(default_factory=dict)


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
        declared = judged_declarations(standing, who, handin, how)
        judged += declared
        standing = supposed(standing, [draft for one in declared for draft in one.drafts])
        made, verdicts = editions(standing, handin.reviewer), verdict_editions(standing)
        for item in handin.items:
            if item.declaration:
                continue
            one = _known(standing, handin.reviewer, item) or _twin(handin.reviewer, item, filled)
            if one is None and item.expected:
                one = judged_verdict(standing, who, handin.reviewer, item, verdicts, how)
                one = _agreed(one, filled, how)
            elif one is None:
                one = judged_score(standing, who, handin.reviewer, item, made, how)
            judged.append(one)
            standing = supposed(standing, one.drafts if item.finding else ())
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


def _known(standing: Standing, reviewer: str, item: Written) -> Judged | None:
    """Return what becomes of an item of which nothing is made; None where something may be."""
    if item.is_blank:
        return Judged(item, reviewer, "blank")
    if item.in_form:
        unknown = _unknown(standing, item)
        if unknown:
            return Judged(item, reviewer, "unknown", item.value, note=unknown)
    if item.faults:
        latest = standing.own_latest(item.submission, item.indicator, reviewer)
        before = latest.value if latest and not item.expected else ""
        return Judged(item, reviewer, "bad", item.value, before, problems=item.faults)
    return None


def _twin(reviewer: str, item: Written, filled: _Filled) -> Judged | None:
    """Return what becomes of an item that the reviewer filled in twice; None where not."""
    twin = filled.own.setdefault((reviewer, item.submission, item.name), item)
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
    """Return what the campaign does not know of an item; None where it knows it."""
    try:
        standing.manifest(item.submission)
        standing.criteria.indicator(item.indicator)
    except InputError as error:
        return Problem(error.message, item.where, error.hint, error.params)
    return None
