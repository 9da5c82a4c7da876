"""The summary of a campaign as of one round: from its state to one model."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from rolcheck.base.clock import parse_stamp
from rolcheck.campaign.blockers import is_overdue
from rolcheck.campaign.standing import Standing
from rolcheck.events.rows import RulingRow, Tables
from rolcheck.reports.claims import claims_of, over_claimed
from rolcheck.reports.facts import (
    CampaignFacts,
    CriteriaFacts,
    EditionFacts,
    LedgerFacts,
    ObjectionCounts,
    RoundFacts,
)
from rolcheck.reports.model import (
    AreaLine,
    ComponentLine,
    FindingCounts,
    GroupLine,
    IndicatorLine,
    RulingFacts,
    SubmissionLine,
    Summary,
)
from rolcheck.reports.outlook import outlook_of
from rolcheck.scoring.cells import NOT_APPLICABLE, PENDING, Cell
from rolcheck.scoring.results import Results, SubmissionResult
from rolcheck.scoring.rollup import NodeScore
from rolcheck.scoring.total import Total


@dataclass(frozen=True, slots=True)
class Reading:
    """What a summary is made from: only what its reader may see.

    Attributes:
        now: How the campaign stands now, for the state of the round.
        results: The results as of the round; `nothing_yet` where there is none.
        round: The round as of which everything is; None where the reader may see none yet.
        criteria_sha256: Of the criteria and their catalogue as in force.
        today: The day on which findings are overdue or not; for a closed round that of its
            closing is taken instead.
        ledger: None while it is hidden from the reader.
        edition: Which edition of a sealed result; None for the latest.
    """

    now: Standing
    results: Results
    round: int | None
    criteria_sha256: str
    today: date
    ledger: LedgerFacts | None = None
    edition: int | None = None


def nothing_yet(now: Standing) -> Results:
    """Return results in which nobody has done anything, for whoever may see none yet."""
    bare = Standing(now.settings, now.criteria, now.manifests, Tables())
    return Results(bare, now.settings.rounds[0].number)


def summarize(reading: Reading, only: str = "") -> Summary:
    """Return the summary, of one submission where `only` names it.

    Raises:
        InputError: There is no such submission.
    """
    standing, results = reading.results.standing, reading.results
    if only:
        standing.manifest(only)
    about, criteria = standing.settings.campaign, standing.criteria
    today = _reckoned(reading)
    return Summary(
        campaign=CampaignFacts(about.id, about.title, about.batch, about.mode),
        criteria=CriteriaFacts(
            id=criteria.id,
            edition=criteria.edition,
            source=criteria.source,
            sha256=reading.criteria_sha256,
            scoring=criteria.scoring,
            indicators=len(criteria.indicators),
        ),
        round=round_facts(reading),
        ledger=reading.ledger,
        submissions=tuple(
            _submission(results, result, today, due_of(reading))
            for result in results.all
            if only in ("", result.id)
        ),
        agreement=results.agreement(),
        aggregation=standing.settings.aggregation,
        reviewers=len(_authors(results)),
        objections=_objections(reading),
    )


def _objections(reading: Reading) -> ObjectionCounts:
    states = [row.state for row in reading.now.objections]
    return ObjectionCounts(
        upheld=states.count("upheld"),
        dismissed=states.count("dismissed"),
        undecided=states.count("open"),
    )


def _reckoned(reading: Reading) -> date:
    """Return the day at the closing of a closed round, else today."""
    facts = round_facts(reading)
    return facts.closed_at.date() if facts and facts.closed_at else reading.today


def round_facts(reading: Reading) -> RoundFacts | None:
    """Return which round it is and how it stands now; None where the reader may see none."""
    if reading.round is None:
        return None
    now = reading.now
    plan, row = now.plan(reading.round), now.rounds.get(reading.round)
    edition = _edition(reading)
    return RoundFacts(
        number=plan.number,
        name=plan.name,
        kind=plan.kind,
        state=now.state_of(plan.number),
        closed_at=_local(now, row.closed_at if row else None),
        sealed_at=edition.sealed_at if edition else None,
        seal=edition.seal if edition else "",
        edition=edition,
    )


def _edition(reading: Reading) -> EditionFacts | None:
    """Return which edition is read; None where the round is not sealed."""
    now = reading.now
    if reading.round is None or now.state_of(reading.round) != "sealed":
        return None
    row = now.editions[(reading.edition or 0) - 1]
    sealed_at = parse_stamp(row.at).astimezone(now.settings.timezone)
    return EditionFacts(row.number, len(now.editions), sealed_at, row.seal, row.reason)


def _local(standing: Standing, at: str | None) -> datetime | None:
    return parse_stamp(at).astimezone(standing.settings.timezone) if at else None


def due_of(reading: Reading) -> date | None:
    """Return the day by which the round that is read is to end."""
    return reading.now.plan(reading.round).due if reading.round is not None else None


def _authors(results: Results) -> set[str]:
    return {
        seat.row.reviewer
        for result in results.all
        for one in result.cells.values()
        for seat in one.seats
    }


def _submission(
    results: Results, result: SubmissionResult, today: date, due: date | None
) -> SubmissionLine:
    standing = results.standing
    about = standing.manifests[result.id].submission
    total = result.total
    return SubmissionLine(
        id=result.id,
        name=about.name,
        kind=about.kind,
        rank=results.ranks[result.id],
        total=total.total,
        base=total.base,
        bonus=total.bonus,
        full=result.root.full,
        disqualified=result.disqualified,
        complete=total.complete,
        pending=total.pending,
        areas=_areas(standing, result.root),
        indicators=tuple(_indicator(results, one) for one in result.cells.values()),
        findings=_findings(standing, result.id, today),
        claims=claims_of(result, standing.criteria),
        outlook=None if standing.settings.is_ranking else outlook_of(results, result.id, due),
        components=_components(standing, total),
    )


def _components(standing: Standing, total: Total) -> tuple[ComponentLine, ...]:
    names = {one.id: one.name for one in standing.settings.components}
    return tuple(
        ComponentLine(part.id, names[part.id], part.weight, part.score, part.weighted)
        for part in total.parts
    )


def _areas(standing: Standing, root: NodeScore) -> tuple[AreaLine, ...]:
    areas = {area.id: area for area in standing.criteria.areas}
    groups = {group.id: group for group in standing.criteria.groups}
    return tuple(
        AreaLine(
            areas[node.id],
            node.score,
            node.full,
            tuple(GroupLine(groups[child.id], child.score, child.full) for child in node.children),
        )
        for node in root.children
    )


def _indicator(results: Results, one: Cell) -> IndicatorLine:
    indicator, settings = one.indicator, results.standing.settings
    counted = [seat for seat in one.seats if indicator.is_veto or seat.points is not None]
    applies = indicator.is_base and one.source not in (NOT_APPLICABLE, PENDING)
    missed = None
    if applies and one.score is not None:
        missed = indicator.weight * (indicator.full - one.score)
    return IndicatorLine(
        indicator=indicator,
        score=one.score,
        points=None if indicator.is_veto else indicator.full,
        claim=one.claim,
        n=len(counted),
        n_here=sum(seat.row.round == results.number for seat in counted),
        round=one.round,
        spread=one.spread,
        source=one.source,
        to_confirm=one.to_confirm,
        mixed=one.mixed,
        disputed=one.disputed,
        under_quorum=indicator.is_base and len(one.seats) < settings.aggregation.quorum,
        missed=missed,
        over_claimed=over_claimed(one),
        ruling=ruling_facts(results, one) if one.ruling else None,
    )


def ruling_facts(results: Results, one: Cell) -> RulingFacts | None:
    """Return what was ruled on a cell, None where nothing stands."""
    if one.ruling is None:
        return None
    return RulingFacts(
        value=one.ruling.value,
        points=_ruled(results, one, one.ruling),
        reason=one.ruling.reason,
        who=name_of(results.standing, one.ruling.author),
        on=day_of(results.standing, one.ruling.at),
    )


def _ruled(results: Results, one: Cell, row: RulingRow) -> Fraction | None:
    if one.indicator.is_veto or results.observe(one.indicator, row.value).not_applicable:
        return None
    return one.score


def name_of(standing: Standing, who: str) -> str:
    """Return a person's name, or the id where campaign.toml no longer has it."""
    entry = standing.settings.people.get(who)
    return entry.name if entry else who


def day_of(standing: Standing, at: str) -> date:
    """Return the day of a stamp where the campaign is run."""
    return parse_stamp(at).astimezone(standing.settings.timezone).date()


def _findings(standing: Standing, submission: str, today: date) -> FindingCounts:
    rows = [
        row
        for (owner, _), found in standing.findings.items()
        if owner == submission
        for row in found
    ]
    states: Sequence[str] = [row.state for row in rows]
    return FindingCounts(
        open=states.count("open"),
        answered=states.count("answered"),
        accepted=states.count("accepted"),
        overdue=sum(is_overdue(row, today) for row in rows),
    )
