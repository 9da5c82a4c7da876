"""Correction notices: drafted from what is open, issued on the record, made again from it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from json import loads

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.ids import perhaps
from rolcheck.base.messages import N_
from rolcheck.base.text import clean, fold_width
from rolcheck.campaign.defects import DEFECTS, days_to_answer
from rolcheck.campaign.permissions import Action, must_be_allowed
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.asked import item_titles, register_of
from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.asking import day_within, items_asked, must_be_to_come
from rolcheck.desk.findings.life import finding_name, findings_of
from rolcheck.desk.sight import Sight
from rolcheck.events.rows import FindingRow, NoticeRow
from rolcheck.events.types import Draft, Event, Kind
from rolcheck.reports.notices import Notice, NoticeItem, Piece


@dataclass(frozen=True, slots=True)
class Wish:
    """Which notice is wanted.

    Attributes:
        submission: Whose material.
        unit: The responsible unit, by id or name; empty for all of them in one notice.
        due: By when what has no day is to be answered; None for `within`.
        within: The same in working days; 0 for what goes with each code.
        contact: Whom to ask; may be empty.
    """

    submission: str
    unit: str = ""
    due: date | None = None
    within: int = 0
    contact: str = ""


def issue(desk: Desk, wish: Wish) -> Event:
    """Record a notice under the next number of the year and return its event.

    Raises:
        InputError: No such submission or unit, or a day that is past.
        RefusedError: The person may not, or nothing is open.
    """
    today = desk.today()
    (event,) = desk.ledger.commit(lambda now: _issued(now, desk.who, wish, today))
    return event


def _issued(standing: Standing, who: str, wish: Wish, today: date) -> Sequence[Draft]:
    must_be_allowed(standing.settings, who, Action.ISSUE_NOTICES)
    unit, rows = _listed(Sight(standing, who), wish)
    days = _days(standing, rows, wish, today)
    numbers = [row.number for row in standing.tables.of(NoticeRow) if row.year == today.year]
    payload = {
        "year": today.year,
        "number": max(numbers, default=0) + 1,
        "day": today.isoformat(),
        "round": standing.current_round,
        "contact": clean(wish.contact).strip(),
        "findings": [row.id for row in rows],
        "days": {row.id: days[row.id] for row in rows if not row.due},
    }
    open_round = standing.open_round
    return [Draft(who, Kind.NOTICE_ISSUED, wish.submission, open_round, "", unit, payload)]


def draft(desk: Desk, wish: Wish) -> Notice:
    """Return a notice as it would be issued now, without number; nothing is recorded.

    Raises:
        InputError: No such submission or unit, or a day that is past.
        RefusedError: Nothing is open that the person may see.
    """
    standing, today = desk.standing(), desk.today()
    unit, rows = _listed(desk.sight(), wish)
    days = _days(standing, rows, wish, today)
    return Notice(
        year=0,
        number=0,
        campaign=standing.settings.campaign.title,
        submission=standing.manifest(wish.submission).submission.name,
        unit=unit,
        round=standing.current_round,
        round_name=standing.plan(standing.current_round).name,
        day=today,
        contact=clean(wish.contact).strip(),
        signed="",
        entry="",
        items=tuple(_item(standing, row, row.due or days[row.id]) for row in rows),
    )


def notice(desk: Desk, name: str) -> Notice:
    """Return a notice that was issued, as it was then, whatever happened since.

    Args:
        desk: Whose.
        name: Year and number, ``2026-3``.

    Raises:
        InputError: There is none that the person may see.
    """
    match = re.fullmatch(r"([0-9]{4})-([0-9]{1,6})", fold_width(name).strip())
    for row in notices(desk.sight()):
        if match and (row.year, row.number) == (int(match[1]), int(match[2])):
            return _as_issued(desk, row)
    raise InputError(N_("no notice '{name}'"), hint=N_("name it as in 2026-3"), name=name)


def notices(sight: Sight, submission: str = "") -> tuple[NoticeRow, ...]:
    """Return the notices all of whose findings the reader may see, in the order of issue.

    Args:
        sight: The reader's.
        submission: The only one whose notices are wanted; empty for all.

    Raises:
        InputError: No such submission.
    """
    seen = {row.id for row in findings_of(sight, submission)}
    rows = sight.standing.tables.of(NoticeRow)
    return tuple(row for row in rows if seen.issuperset(loads(row.findings)))


def notice_id(row: NoticeRow) -> str:
    """Return year and number of a notice, by which it can be named."""
    return f"{row.year}-{row.number}"


def _as_issued(desk: Desk, row: NoticeRow) -> Notice:
    then = desk.ledger.standing_until(row.at)
    findings = {one.id: one for one in then.tables.of(FindingRow)}
    listed = [findings[id] for id in loads(row.findings)]
    person = then.settings.people.get(row.author)
    (event,) = (one for one in desk.ledger.store.events() if one.id == row.id)
    return Notice(
        year=row.year,
        number=row.number,
        campaign=then.settings.campaign.title,
        submission=then.manifest(row.submission).submission.name,
        unit=row.unit,
        round=row.round,
        round_name=then.plan(row.round).name,
        day=date.fromisoformat(row.day),
        contact=row.contact,
        signed=person.name if person else row.author,
        entry=event.hash,
        items=tuple(_item(then, one, one.due) for one in listed),
    )


def _listed(sight: Sight, wish: Wish) -> tuple[str, Sequence[FindingRow]]:
    """Return the unit's name, and what is open and its own, in the order of the criteria."""
    standing = sight.standing
    standing.manifest(wish.submission)
    unit = unit_name(standing, wish.unit) if wish.unit else ""
    places = {one.id: at for at, one in enumerate(standing.criteria.indicators)}
    rows = [
        row
        for row in findings_of(sight, wish.submission)
        if row.state == "open"
        and (not unit or standing.criteria.indicator(row.indicator).office == unit)
    ]
    if not rows:
        raise RefusedError(
            N_("no finding on {submission} is open"),
            submission=f"{wish.submission} {unit}".strip(),
        )
    for row in rows:
        items_asked(standing.criteria.indicator(row.indicator), row.code, loads(row.items))
    return unit, sorted(rows, key=lambda row: (places[row.indicator], row.at))


def unit_name(standing: Standing, text: str) -> str:
    """Return the name of a responsible unit that is named by it, or by its id.

    Raises:
        InputError: The criteria make nobody of that name answer for anything.
    """
    ids = {one.id.casefold(): one.name for one in standing.settings.units}
    known = tuple(dict.fromkeys(one.office for one in standing.criteria.indicators if one.office))
    name = ids.get(text.casefold(), clean(text).strip())
    if name not in known:
        hint, near = perhaps(name, known)
        raise InputError(
            N_("no unit '{name}'"),
            hint=hint,
            name=name,
            near=near,
        )
    return name


def _days(
    standing: Standing, rows: Sequence[FindingRow], wish: Wish, today: date
) -> dict[str, str]:
    """Return by finding the day by which it is to be answered where it has none yet."""
    must_be_to_come(wish.due, today)
    kind, settings = standing.plan(standing.current_round).kind, standing.settings
    return {
        row.id: (
            wish.due or day_within(settings, today, wish.within or days_to_answer(row.code, kind))
        ).isoformat()
        for row in rows
    }


def _item(standing: Standing, row: FindingRow, due: str | None) -> NoticeItem:
    indicator, items = standing.criteria.indicator(row.indicator), tuple(loads(row.items))
    expected = item_titles(indicator, items)
    register = register_of(indicator)
    return NoticeItem(
        name=finding_name(row),
        indicator=indicator,
        code=row.code,
        severity=DEFECTS[row.code].severity,
        expected=expected or ((register,) if register else ()),
        answers=tuple(f"{indicator.id}/{item}" for item in items),
        seen=row.seen,
        evidence=tuple(_pieces(standing, row)),
        asked=row.asked,
        due=date.fromisoformat(due) if due else None,
    )


def _pieces(standing: Standing, row: FindingRow) -> Iterator[Piece]:
    known = {one.id: one for one in standing.manifest(row.submission).evidence}
    for id in loads(row.evidence):
        one = known.get(id)
        yield Piece(id, one.title if one else "", one.pages if one else "")
