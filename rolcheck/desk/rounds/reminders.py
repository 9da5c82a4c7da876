"""Reminders: for everybody who owes something in the open round, what it is and by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.campaign.blockers import DISPUTE, RULING_TO_CONFIRM, VETO, is_overdue
from rolcheck.campaign.permissions import person
from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.life import finding_name
from rolcheck.desk.review.duties import Duty, duties

REVIEWER, ARBITER, UNIT = "reviewer", "arbiter", "unit"
RULINGS = (DISPUTE, VETO, RULING_TO_CONFIRM)


@dataclass(frozen=True, slots=True)
class Asked:
    """One finding that a unit has not answered.

    Attributes:
        name: As the finding is called.
        place: The submission's name.
        asked: What is expected.
    """

    name: str
    place: str
    indicator: str
    title: str
    asked: str
    due: date | None
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one person or unit owes.

    Attributes:
        id: The person's, or the unit's; names the file that it is written into.
        name: What the person or unit is called.
        kind: reviewer, arbiter or unit.
        title: Of the campaign.
        round: Number of the open round; `round_name` is its name.
        due: By when: of the round, or of the unit's first finding; None where no day is set.
        today: Where the campaign is run.
        owed: Items in all; `done` of them are done.
        places: By submission, the indicators that are open.
        to_confirm: How many of the open ones have an earlier score that may be kept.
        declares: Whether the campaign's declarations have to be made first.
        findings: Of a unit, what it has to answer.
    """

    id: str
    name: str
    kind: str
    title: str
    round: int
    round_name: str
    due: date | None
    today: date
    owed: int
    done: int
    places: tuple[tuple[str, tuple[str, ...]], ...]
    to_confirm: int = 0
    declares: bool = False
    findings: tuple[Asked, ...] = ()

    @property
    def open(self) -> int:
        """How many items, rulings or findings are open."""
        return len(self.findings) if self.kind == UNIT else self.owed - self.done

    @property
    def is_late(self) -> bool:
        """Whether something should have been done before today."""
        return self.due is not None and self.due < self.today


def reminders(desk: Desk, *, reviewer: str = "", unit: str = "") -> tuple[Reminder, ...]:
    """Return a reminder for everybody who owes something in the open round.

    Args:
        desk: A coordinator's or an arbiter's; a reviewer gets the own one.
        reviewer: This reviewer or arbiter alone; empty for all.
        unit: This responsible unit alone, by id or name; empty for all.

    Raises:
        InputError: Nobody, or no unit, is called so.
        RefusedError: No round is open, or what others owe is not for the reader.
    """
    standing, sight = desk.standing(), desk.sight()
    if standing.open_round is None:
        raise RefusedError(N_("no round is open"))
    if reviewer:
        person(standing.settings, reviewer)
    if not sight.sees_all:
        if "reviewer" not in sight.roles or unit or reviewer not in ("", desk.who):
            raise RefusedError(
                N_("what others owe is for coordinators and arbiters"),
                hint=N_("see your own with rolcheck remind"),
            )
        reviewer = desk.who
    found: list[Reminder] = []
    if not unit:
        found += _of_reviewers(desk, reviewer)
        found += _of_arbiters(desk, reviewer) if sight.sees_all else ()
    if not reviewer:
        found += _of_units(desk, unit)
    return tuple(found)


def _of_reviewers(desk: Desk, only: str) -> Iterator[Reminder]:
    standing = desk.standing()
    number = standing.current_round
    by_person: dict[str, list[Duty]] = {}
    for duty in duties(standing, number, only):
        by_person.setdefault(duty.reviewer, []).append(duty)
    asks = bool(standing.settings.campaign.declarations)
    for who, owed in by_person.items():
        left = [duty for duty in owed if not duty.done]
        if left:
            yield Reminder(
                id=who,
                name=standing.settings.people[who].name,
                kind=REVIEWER,
                title=standing.settings.campaign.title,
                round=number,
                round_name=standing.plan(number).name,
                due=standing.plan(number).due,
                today=desk.today(),
                owed=len(owed),
                done=len(owed) - len(left),
                places=_places(desk, [(duty.submission, duty.indicator) for duty in left]),
                to_confirm=sum(duty.to_confirm for duty in left),
                declares=asks and who not in standing.declared,
            )


def _of_arbiters(desk: Desk, only: str) -> Iterator[Reminder]:
    standing = desk.standing()
    number = standing.current_round
    waiting = [one for one in (*desk.blockers(), *desk.carried()) if one.kind in RULINGS]
    for entry in standing.settings.reviewers:
        cells = [
            (one.submission, one.indicator)
            for one in waiting
            if (one.submission, entry.id) not in standing.bars
        ]
        if "arbiter" in entry.roles and only in ("", entry.id) and cells:
            yield Reminder(
                id=entry.id,
                name=entry.name,
                kind=ARBITER,
                title=standing.settings.campaign.title,
                round=number,
                round_name=standing.plan(number).name,
                due=standing.plan(number).due,
                today=desk.today(),
                owed=len(cells),
                done=0,
                places=_places(desk, cells),
            )


def _places(desk: Desk, cells: list[tuple[str, str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    manifests = desk.standing().manifests
    found: dict[str, dict[str, None]] = {}
    for submission, indicator in cells:
        found.setdefault(manifests[submission].submission.name, {})[indicator] = None
    return tuple((name, tuple(indicators)) for name, indicators in found.items())


def _of_units(desk: Desk, only: str) -> Iterator[Reminder]:
    standing = desk.standing()
    number = standing.current_round
    ids = {one.name: one.id for one in standing.settings.units}
    asked = _asked(desk)
    if only and only not in {*ids, *ids.values(), *asked}:
        raise InputError(
            N_("no unit '{name}' is asked for anything"),
            hint=N_("those asked are {known}"),
            name=only,
            known=", ".join(asked) or "-",
        )
    for place, (name, findings) in enumerate(asked.items(), start=1):
        id = ids.get(name, f"unit-{place:02}")
        if only in ("", name, id):
            days = [one.due for one in findings if one.due]
            yield Reminder(
                id=id,
                name=name,
                kind=UNIT,
                title=standing.settings.campaign.title,
                round=number,
                round_name=standing.plan(number).name,
                due=min(days, default=None),
                today=desk.today(),
                owed=len(findings),
                done=0,
                places=(),
                findings=tuple(findings),
            )


def _asked(desk: Desk) -> dict[str, list[Asked]]:
    """Return the findings that wait for an answer, by the unit that is to give it."""
    standing, today = desk.standing(), desk.today()
    found: dict[str, list[Asked]] = {}
    for (submission, id), rows in standing.findings.items():
        indicator = standing.criteria.indicator(id)
        for row in rows:
            if row.state == "open" and indicator.office:
                one = Asked(
                    name=finding_name(row),
                    place=standing.manifests[submission].submission.name,
                    indicator=id,
                    title=indicator.title,
                    asked=row.asked,
                    due=date.fromisoformat(row.due) if row.due else None,
                    is_overdue=is_overdue(row, today),
                )
                found.setdefault(indicator.office, []).append(one)
    return {
        name: sorted(rows, key=lambda one: (one.due or date.max, one.name))
        for name, rows in found.items()
    }
