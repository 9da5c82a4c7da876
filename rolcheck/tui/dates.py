"""Rounds and days in words, as the first line and the lists say them."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo

from rolcheck.desk.seen import RoundSeen
from rolcheck.locale import _, ngettext
from rolcheck.locale.words import ROUND_STATES
from rolcheck.tui.widgets.chrome import Where

_JUST_NOW = timedelta(minutes=10)


def round_title(seen: RoundSeen) -> str:
    """Return a round's number and name."""
    return _("round {number} {name}").format(number=seen.number, name=seen.name)


def month_day(day: date) -> str:
    """Return a day of about now as it is read in a sentence."""
    return _("{month}-{day:02}").format(month=day.month, day=day.day)


def short_day(day: date | None) -> str:
    """Return a day as it stands in a column; empty for none."""
    return f"{day.month}-{day.day:02}" if day else ""


def moment(at: datetime) -> str:
    """Return a day and a time as they are read in a sentence."""
    return f"{month_day(at.date())} {at:%H:%M}"


def stamp_day(stamp: str, zone: tzinfo) -> str:
    """Return the day of a stamp where the campaign is run, without its year."""
    return month_day(datetime.fromisoformat(stamp).astimezone(zone).date())


def stamp_time(stamp: str, zone: tzinfo) -> str:
    """Return the time of day of a stamp where the campaign is run, as 10:42."""
    return datetime.fromisoformat(stamp).astimezone(zone).strftime("%H:%M")


def days_words(seen: RoundSeen) -> str:
    """Return how many days a round has left, or is overdue; empty without a date."""
    days = seen.days_left
    if days is None:
        return ""
    if days == 0:
        return _("due today")
    if days > 0:
        return ngettext("{n} day left", "{n} days left", days).format(n=days)
    return ngettext("{n} day overdue", "{n} days overdue", -days).format(n=-days)


def state_words(seen: RoundSeen) -> str:
    """Return how far a round is, of the open one how many days are left."""
    left = days_words(seen) if seen.state == "open" else ""
    return left or _(ROUND_STATES[seen.state])


def ago(at: datetime, now: datetime) -> str:
    """Return when something was, as near as it matters: just now, a time, a day."""
    if timedelta() <= now - at < _JUST_NOW:
        return _("just now")
    if at.date() == now.date():
        return f"{at:%H:%M}"
    if at.date() == now.date() - timedelta(days=1):
        return _("yesterday")
    return short_day(at.date())


def where_of(
    screen: str,
    title: str,
    rounds: Sequence[RoundSeen],
    current: int,
    who: str,
    count: str = "",
) -> Where:
    """Return what the first line says of a screen about the whole campaign.

    Args:
        screen: Message id of the screen's name.
        title: Of the campaign.
        rounds: All of them.
        current: Number of the one that is open, or was last.
        who: The reader's name; empty for somebody who only looks.
        count: What is counted on this screen.
    """
    seen = next((one for one in rounds if one.number == current), None)
    if seen is None or seen.state != "open":
        state = _(ROUND_STATES[seen.state]) if seen else ""
        named = f"{round_title(seen)} {state}" if seen else ""
        return Where(screen, title, named, count=count, who=who or _("just looking"))
    return Where(
        screen,
        title,
        round_title(seen),
        due=_("due {day}").format(day=month_day(seen.due)) if seen.due else "",
        left=days_words(seen),
        late=bool(seen.days_left is not None and seen.days_left < 0),
        count=count,
        who=who or _("just looking"),
    )
