"""Components of the result that come from elsewhere than the rounds: imported, and listed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from rolcheck.base.errors import InputError, ObservationError, RefusedError
from rolcheck.base.ids import perhaps
from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text, parse_points
from rolcheck.campaign.permissions import Action, must_be_allowed
from rolcheck.campaign.standing import Standing
from rolcheck.desk.desk import Desk
from rolcheck.desk.gates import must_say_why
from rolcheck.desk.imports import Line, rows_or_problems
from rolcheck.events.rows import ComponentRow
from rolcheck.events.types import Draft, Kind
from rolcheck.scoring.components import SCALE

REQUIRED = ("submission", "component", "score")
OPTIONAL = ("remark",)


@dataclass(frozen=True, slots=True)
class ComponentLine:
    """What one component of one submission came to.

    Attributes:
        score: Out of 100; None where it is not there yet.
        row: What was imported last; None of the rounds' own.
        before: What stood before it, oldest first.
    """

    submission: str
    component: str
    title: str
    weight: Fraction
    score: Fraction | None
    row: ComponentRow | None
    before: tuple[ComponentRow, ...]

    @property
    def weighted(self) -> Fraction | None:
        """Weight x score."""
        return None if self.score is None else self.weight * self.score


def import_components(
    desk: Desk, lines: Sequence[Line], reason: str = "", *, dry_run: bool = False
) -> tuple[Draft, ...]:
    """Record a file of imported components, all of it or nothing.

    Args:
        desk: A coordinator's.
        lines: The rows of the file; one that says what stands already records nothing.
        reason: Why scores are corrected that were imported before.
        dry_run: Whether to say only what would be recorded.

    Raises:
        ProblemsError: Rows are bad; every one is named.
        InputError: The campaign has no such components.
        RefusedError: The person may not.
    """
    made: list[Draft] = []

    def decide(standing: Standing) -> Sequence[Draft]:
        made[:] = component_drafts(standing, desk.who, lines, reason)
        return () if dry_run else made

    desk.ledger.commit(decide, after_seal=True)
    return tuple(made)


def component_drafts(
    standing: Standing, who: str, lines: Sequence[Line], reason: str
) -> list[Draft]:
    """Return what a file of imported components records."""
    must_be_allowed(standing.settings, who, Action.IMPORT_COMPONENTS)
    if not standing.settings.imported:
        raise RefusedError(
            N_("the campaign has no component that is imported"),
            hint=N_("name it in campaign.toml, under [[component]]"),
        )
    seen: dict[tuple[str, str], Line] = {}

    def drafts(line: Line) -> list[Draft]:
        key = (line.cells["submission"], line.cells["component"])
        if key in seen:
            raise InputError(
                N_("the same component of the same submission stands in line {line}"),
                line=seen[key].where.line,
            )
        seen[key] = line
        return _drafts(standing, who, line, reason)

    return rows_or_problems(lines, drafts)


def _drafts(standing: Standing, who: str, line: Line, reason: str) -> list[Draft]:
    cells = line.cells
    submission, component = cells["submission"], cells["component"]
    standing.manifest(submission)
    _must_be_imported(standing, component)
    score = decimal_text(_score(cells["score"]))
    before = standing.imported.get((submission, component))
    if before and (before.score, before.remark) == (score, cells["remark"]):
        return []
    payload = {
        "score": score,
        "remark": cells["remark"],
        "reason": _why(standing, before, reason),
        "file": f"{Path(line.where.file).name}:{line.where.line}",
    }
    kind = Kind.COMPONENT_IMPORTED
    return [Draft(who, kind, submission, standing.open_round, subject=component, payload=payload)]


def _why(standing: Standing, before: ComponentRow | None, reason: str) -> str:
    """Return why a score takes the place of another, or comes after the seal; else nothing."""
    if before is None and not standing.is_sealed:
        return ""
    if not reason.strip():
        raise InputError(
            N_("{score} stands already: a correction needs a reason")
            if before
            else N_("the result is sealed: what comes for a later edition needs a reason"),
            hint=N_("give it with --reason TEXT"),
            score=before.score if before else "",
        )
    return must_say_why(reason)


def _must_be_imported(standing: Standing, name: str) -> None:
    known = [one.id for one in standing.settings.imported]
    if name in known:
        return
    if name in [one.id for one in standing.settings.components]:
        raise InputError(N_("component '{name}' is what the rounds come to"), name=name)
    hint, near = perhaps(name, known, N_("give one of {known}"))
    raise InputError(
        N_("no component '{name}'"),
        hint=hint,
        name=name,
        near=near,
        known=", ".join(known),
    )


def _score(text: str) -> Fraction:
    score = parse_points(text)
    if score > SCALE:
        raise ObservationError(
            N_("{score} is outside 0 to {full}"), score=decimal_text(score), full=SCALE
        )
    return score


def component_lines(desk: Desk, submission: str = "") -> Iterator[ComponentLine]:
    """Yield every component of every submission, as far as the reader may see the results.

    Raises:
        InputError: There is no such submission.
        RefusedError: The reader may not see results yet.
    """
    sight = desk.sight()
    number = sight.result_round(None)
    if number is None:
        return
    results = desk.results(number)
    standing = desk.standing() if sight.sees_all else results.standing
    if submission:
        standing.manifest(submission)
    earlier = _earlier(standing)
    for name in standing.manifests:
        parts = {part.id: part for part in results.of(name).total.parts}
        for one in standing.settings.components:
            rows = earlier.get((name, one.id), ())
            score = Fraction(rows[-1].score) if rows else None
            if one.is_review and one.id in parts:
                score = parts[one.id].score
            if submission in ("", name):
                last = rows[-1] if rows else None
                yield ComponentLine(name, one.id, one.name, one.weight, score, last, rows[:-1])


def _earlier(standing: Standing) -> Mapping[tuple[str, str], tuple[ComponentRow, ...]]:
    found: dict[tuple[str, str], tuple[ComponentRow, ...]] = {}
    for row in standing.tables.of(ComponentRow):
        key = (row.submission, row.component)
        found[key] = (*found.get(key, ()), row)
    return found
