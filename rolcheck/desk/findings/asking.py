"""What a finding may ask, and by when: nothing that no criterion asks, working days counted."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean, fold_width
from rolcheck.base.workdays import is_known
from rolcheck.campaign.defects import DEFECTS, MISSING
from rolcheck.campaign.settings import Settings
from rolcheck.criteria.asked import item_titles, register_of
from rolcheck.criteria.model import Indicator
from rolcheck.locale import _
from rolcheck.locale.finding_codes import asked_words

MOST_DAYS = 250
"""Working days in a year, about: a longer time is a slip."""

_WITHIN = re.compile(r"([0-9]{1,4})\s*(?:wd|workdays?|个?工作日)")


def due_of(text: str) -> tuple[date | None, int]:
    """Return what somebody wrote as a day, or as a number of working days.

    Returns:
        The day and 0, or None and how many working days; None and 0 for an empty text.

    Raises:
        InputError: It is neither.
    """
    folded = fold_width(text).strip().casefold()
    if not folded:
        return None, 0
    within = _WITHIN.fullmatch(folded)
    try:
        return (None, int(within[1])) if within else (date.fromisoformat(folded), 0)
    except ValueError as error:
        raise InputError(
            N_("'{text}' is no day"),
            hint=N_("write 2023-06-30, or 5wd for five working days"),
            text=text,
        ) from error


def day_within(settings: Settings, today: date, days: int) -> date:
    """Return the working day that is `days` of them from now.

    Raises:
        InputError: Nobody waits that long, or no time at all.
    """
    if not 0 < days <= MOST_DAYS:
        raise InputError(
            N_("{days} working days are no time to wait"),
            hint=N_("give 1 to {most}"),
            days=days,
            most=MOST_DAYS,
        )
    return settings.working_days.after(today, days)


def years_unknown(settings: Settings, start: date, end: date) -> Iterator[int]:
    """Yield the years of a time of which weekends alone are known, and no day is named."""
    named = {day.year for day in (*settings.calendar.holidays, *settings.calendar.workdays)}
    for year in range(start.year, end.year + 1):
        if year not in named and not is_known(year):
            yield year


def must_be_to_come(due: date | None, today: date) -> None:
    """Check that nothing is due on a day that is past.

    Raises:
        InputError: It is.
    """
    if due is not None and due < today:
        raise InputError(
            N_("a finding cannot be due on {day}: that is past"),
            hint=N_("give {today} or a later day"),
            day=due.isoformat(),
            today=today.isoformat(),
        )


def code_of(text: str) -> str:
    """Return a code as it is recorded.

    Raises:
        InputError: There is none of that name.
    """
    code = fold_width(text).upper()
    if code not in DEFECTS:
        raise InputError(N_("no code '{code}'"), hint=N_("give one of Q01 to Q20"), code=code)
    return code


def items_asked(indicator: Indicator, code: str, items: Sequence[str]) -> tuple[str, ...]:
    """Return the expected items that a finding is about, without their indicator.

    Args:
        indicator: On which it is raised.
        code: What is wrong.
        items: As written, ``a`` or ``2.1.3/a``.

    Raises:
        RefusedError: The indicator expects nothing of the kind.
    """
    if code == MISSING and indicator.is_veto:
        raise RefusedError(
            N_("{indicator} expects no material, so none can be missing"),
            hint=N_("what is wanted beside the criteria is advice, not a finding"),
            indicator=indicator.id,
        )
    known = [one.id for one in indicator.evidence]
    names = [name.removeprefix(f"{indicator.id}/") for name in items]
    for name in names:
        if name not in known:
            raise RefusedError(
                N_("no criterion asks for {item}"),
                hint=N_("{indicator} expects {items}; what is wanted beside that is advice"),
                item=f"{indicator.id}/{name}",
                indicator=indicator.id,
                items=", ".join(f"{indicator.id}/{one}" for one in known) or "-",
            )
    return tuple(dict.fromkeys(names))


def asked_of(indicator: Indicator, code: str, items: tuple[str, ...] = (), asked: str = "") -> str:
    """Return what is asked: in the words given, else in those that go with the code."""
    expected = item_titles(indicator, items) or (register_of(indicator) or indicator.title,)
    return clean(asked).strip() or asked_words(code, _(", ").join(expected))
