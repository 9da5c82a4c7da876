"""How a total came about: base, components down to their imports, bonus."""

from fractions import Fraction

from rolcheck.campaign.standing import Standing
from rolcheck.events.rows import ComponentRow
from rolcheck.reports.explained import ComponentStep, ImportStep, TotalStep
from rolcheck.reports.summary import day_of, name_of
from rolcheck.scoring.results import Results, SubmissionResult
from rolcheck.scoring.total import Part


def total_step(results: Results, result: SubmissionResult) -> TotalStep:
    """Return how base, components and bonus became a submission's total."""
    criteria, parts = results.standing.criteria, result.total.parts
    bonuses = tuple(
        (one.id, score)
        for one in criteria.bonuses
        if (score := result.cells[one.id].score) is not None
    )
    return TotalStep(
        base=result.total.base,
        bonuses=bonuses,
        cap=criteria.scoring.bonus_cap,
        bonus_exact=sum((score for _id, score in bonuses), Fraction()),
        bonus=result.total.bonus,
        total=result.total.total,
        pending=result.total.pending,
        disqualified=result.disqualified,
        full=result.root.full,
        components=tuple(_component(results.standing, result.id, part) for part in parts),
        composed=sum((part.weighted or Fraction() for part in parts), Fraction())
        if parts and result.total.base is not None
        else None,
    )


def _component(standing: Standing, submission: str, part: Part) -> ComponentStep:
    names = {one.id: one.name for one in standing.settings.components}
    return ComponentStep(
        id=part.id,
        title=names[part.id],
        weight=part.weight,
        score=part.score,
        weighted=part.weighted,
        imports=tuple(
            _import(standing, row)
            for row in standing.tables.of(ComponentRow)
            if (row.submission, row.component) == (submission, part.id)
        ),
    )


def _import(standing: Standing, row: ComponentRow) -> ImportStep:
    return ImportStep(
        score=Fraction(row.score),
        remark=row.remark,
        reason=row.reason,
        file=row.file,
        who=name_of(standing, row.author),
        on=day_of(standing, row.at),
        event=row.id,
    )
