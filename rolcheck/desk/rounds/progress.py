"""How far a round has come, by reviewer, submission, area or responsible unit."""

from collections.abc import Callable, Iterable
from typing import Literal

from rolcheck.campaign.standing import Standing
from rolcheck.desk.review.duties import Duty, duties
from rolcheck.desk.seen import ProgressRow
from rolcheck.desk.sight import Sight

By = Literal["reviewer", "submission", "area", "unit"]


def progress(
    standing: Standing, sight: Sight, by: By, number: int | None = None
) -> tuple[ProgressRow, ...]:
    """Return the progress of a round, as far as the reader may see it.

    Args:
        standing: How the campaign stands.
        sight: Whose eyes: reviewers see their own, units and blind observers nothing.
        by: What a line stands for; lines without duties are left out.
        number: The round; None for the current one.
    """
    wanted = standing.current_round if number is None else number
    standing.plan(wanted)
    return progress_of(standing, visible(sight, duties(standing, wanted)), by)


def progress_of(standing: Standing, owed: Iterable[Duty], by: By) -> tuple[ProgressRow, ...]:
    """Return the lines that some duties make, in the order of the campaign's files."""
    names = _names(standing, by)
    key = _key(standing, by)
    found: dict[str, list[Duty]] = {}
    for duty in owed:
        found.setdefault(key(duty), []).append(duty)
    order = {name: place for place, name in enumerate(names)}
    english = {area.id: area.title_en or "" for area in standing.criteria.areas}
    return tuple(
        _row(name, names.get(name, ""), english.get(name, "") if by == "area" else "", found[name])
        for name in sorted(found, key=lambda name: order.get(name, len(order)))
    )


def visible(sight: Sight, owed: Iterable[Duty]) -> Iterable[Duty]:
    """Return those duties that the reader may know of."""
    if sight.sees_all:
        return owed
    if "reviewer" in sight.roles:
        return (duty for duty in owed if duty.reviewer == sight.who)
    return () if sight.is_blind or "unit" in sight.roles else owed


def _key(standing: Standing, by: By) -> Callable[[Duty], str]:
    criteria = standing.criteria
    keys: dict[By, Callable[[Duty], str]] = {
        "reviewer": lambda duty: duty.reviewer,
        "submission": lambda duty: duty.submission,
        "area": lambda duty: criteria.indicator(duty.indicator).area_id,
        "unit": lambda duty: criteria.indicator(duty.indicator).office or "-",
    }
    return keys[by]


def _names(standing: Standing, by: By) -> dict[str, str]:
    if by == "reviewer":
        return {person.id: person.name for person in standing.settings.reviewers}
    if by == "submission":
        return {id: manifest.submission.name for id, manifest in standing.manifests.items()}
    if by == "area":
        return {area.id: area.title for area in standing.criteria.areas}
    return {indicator.office or "-": "" for indicator in standing.criteria.indicators}


def _row(id: str, name: str, name_en: str, owed: list[Duty]) -> ProgressRow:
    return ProgressRow(
        id=id,
        name=name,
        due=len(owed),
        done=sum(duty.done for duty in owed),
        to_confirm=sum(duty.to_confirm for duty in owed),
        last=max((duty.at for duty in owed), default=""),
        name_en=name_en,
    )
