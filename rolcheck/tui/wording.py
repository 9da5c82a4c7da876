"""Days and errors as people read them."""

from datetime import datetime, tzinfo

from rolcheck.base.errors import RolcheckError
from rolcheck.locale import _
from rolcheck.locale.words import said
from rolcheck.tui.dates import month_day


def stamp_day(stamp: str, zone: tzinfo) -> str:
    """Return the day of a stamp where the campaign is run, without its year."""
    return month_day(datetime.fromisoformat(stamp).astimezone(zone).date())


def stamp_time(stamp: str, zone: tzinfo) -> str:
    """Return the time of day of a stamp where the campaign is run, as 10:42."""
    return datetime.fromisoformat(stamp).astimezone(zone).strftime("%H:%M")


def sentence(error: RolcheckError) -> str:
    """Return an error and its way out, in the language in use."""
    parts = [said(error.message, error.params)]
    if error.hint:
        parts.append(said(error.hint, error.params))
    return _("; ").join(parts)
