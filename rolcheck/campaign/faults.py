"""What is wrong with campaign.toml as a whole."""

from collections.abc import Iterator, Sequence
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.base.toml import Fault
from rolcheck.base.toml_faults import repeated, unknown
from rolcheck.campaign.component_faults import component_faults
from rolcheck.campaign.settings import ROUND_KINDS, RoundPlan, Settings
from rolcheck.criteria.model import Criteria


def faults(settings: Settings) -> Iterator[Fault]:
    """Yield the faults that show without the criteria."""
    yield from _about(settings)
    yield from _calendar(settings)
    yield from _rounds(settings)
    yield from _people(settings)
    yield from _aggregation(settings)
    yield from component_faults(settings)


def faults_with(
    settings: Settings, criteria: Criteria, submissions: Sequence[str]
) -> Iterator[Fault]:
    """Yield the faults that show beside the criteria and the submissions' ids."""
    for index, person in enumerate(settings.reviewers):
        if person.submission and person.submission not in submissions:
            loc = ("reviewer", index, "submission")
            yield unknown(loc, N_("no submission '{name}'"), person.submission, submissions)
    known_areas = [area.id for area in criteria.areas]
    for index, person in enumerate(settings.reviewers):
        for at, area in enumerate(person.areas):
            if area not in known_areas:
                place = ("reviewer", index, "areas", at)
                yield unknown(place, N_("no area '{name}'"), area, known_areas)
    areas = [area.id for area in criteria.tree]
    for index, area in enumerate(settings.aggregation.tie_break):
        if area not in areas:
            yield unknown(("aggregation", "tie-break", index), N_("no area '{name}'"), area, areas)
    known = {parameter.id for parameter in criteria.parameters}
    for name in settings.parameters:
        if name not in known:
            yield Fault(
                ("parameters", name),
                N_("no parameter '{name}'"),
                N_("expected one that the criteria define"),
                {"name": name},
                at="key",
            )


def _about(settings: Settings) -> Iterator[Fault]:
    period = settings.campaign.period
    if period.end < period.start:
        yield Fault(
            ("campaign", "period"),
            N_("the period ends on {end}, before it starts on {start}"),
            N_("expected an end on or after the start"),
            {"start": period.start.isoformat(), "end": period.end.isoformat()},
        )
    store = settings.campaign.store
    if store != "sqlite" and not store.startswith("postgresql://"):
        yield Fault(
            ("campaign", "store"),
            N_("no store '{name}'"),
            N_("expected sqlite or postgresql://..."),
            {"name": store},
        )
    try:
        ZoneInfo(settings.campaign.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield Fault(
            ("campaign", "timezone"),
            N_("no time zone '{name}'"),
            N_("expected a name such as Asia/Shanghai"),
            {"name": settings.campaign.timezone},
        )


def _calendar(settings: Settings) -> Iterator[Fault]:
    table = settings.calendar
    for index, day in enumerate(table.workdays):
        if day in table.holidays:
            yield Fault(
                ("calendar", "workdays", index),
                N_("{day} is named as a holiday too"),
                N_("expected each day in one of the two lists"),
                {"day": day.isoformat()},
            )


def _rounds(settings: Settings) -> Iterator[Fault]:
    before = -1
    for index, plan in enumerate(settings.rounds):
        place = ROUND_KINDS.index(plan.kind)
        if place <= before:
            yield Fault(
                ("round", index, "kind"),
                N_("a {kind} round cannot stand here"),
                N_("expected each kind at most once, in the order {order}"),
                {"kind": plan.kind, "order": ", ".join(ROUND_KINDS)},
            )
        before = max(before, place)
        if index and plan.number <= settings.rounds[index - 1].number:
            yield Fault(
                ("round", index, "number"),
                N_("round {number} does not follow round {before}"),
                N_("expected rising numbers"),
                {"number": plan.number, "before": settings.rounds[index - 1].number},
            )
        yield from _days(index, plan)


def _days(index: int, plan: RoundPlan) -> Iterator[Fault]:
    """Yield what is due or closes before it opens."""
    if plan.opens is None:
        return
    if plan.closes and plan.closes.date() < plan.opens:
        yield Fault(
            ("round", index, "closes"),
            N_("round {number} closes on {day}, before it opens on {opens}"),
            N_("expected a time on or after the opening"),
            _named(plan, plan.closes.date(), plan.opens),
        )
    if plan.due and plan.due < plan.opens:
        yield Fault(
            ("round", index, "due"),
            N_("round {number} is due on {day}, before it opens on {opens}"),
            N_("expected a day on or after the opening"),
            _named(plan, plan.due, plan.opens),
        )


def _named(plan: RoundPlan, day: date, opens: date) -> dict[str, object]:
    return {"number": plan.number, "day": day.isoformat(), "opens": opens.isoformat()}


def _people(settings: Settings) -> Iterator[Fault]:
    groups = list(settings.aggregation.groups)
    units = [unit.id for unit in settings.units]
    yield from repeated(("unit",), "id", units, any_case=True)
    names = [person.id for person in settings.reviewers]
    yield from repeated(("reviewer",), "id", names, any_case=True)
    for index, person in enumerate(settings.reviewers):
        if groups and "reviewer" in person.roles and not person.group:
            yield Fault(
                ("reviewer", index),
                N_("reviewer '{name}' has no group"),
                N_("expected one of {groups}"),
                {"name": person.id, "groups": ", ".join(groups)},
            )
        if person.group and person.group not in groups:
            yield unknown(
                ("reviewer", index, "group"), N_("no group '{name}'"), person.group, groups
            )
        if person.unit and person.unit not in units:
            yield unknown(("reviewer", index, "unit"), N_("no unit '{name}'"), person.unit, units)
        if "unit" in person.roles and not person.unit:
            yield Fault(
                ("reviewer", index),
                N_("'{name}' speaks for no unit"),
                N_("expected a key unit with the id of one"),
                {"name": person.id},
            )


def _aggregation(settings: Settings) -> Iterator[Fault]:
    table = settings.aggregation
    if table.method == "trimmed-mean" and table.minimum <= 2 * table.trim:
        key = "minimum" if "minimum" in table.model_fields_set else "trim"
        yield Fault(
            ("aggregation", key if key in table.model_fields_set else "method"),
            N_("{minimum} scores leave nothing when {trim} are dropped at each end"),
            N_("expected a minimum over {bound}"),
            {"minimum": table.minimum, "trim": table.trim, "bound": 2 * table.trim},
        )
    if not 0 < table.dispute_at <= 1:
        yield Fault(
            ("aggregation", "dispute-at"),
            N_("a dispute cannot begin at {value}"),
            N_("expected a share above 0, at most 1"),
            {"value": decimal_text(table.dispute_at)},
        )
    for name, weight in table.groups.items():
        if weight <= 0:
            yield Fault(
                ("aggregation", "groups", name),
                N_("a group weighs nothing"),
                N_("expected a weight above 0"),
            )
