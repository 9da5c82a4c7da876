"""Values and days as people read them."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from rolcheck.base.messages import N_
from rolcheck.locale import _
from rolcheck.tui.dates import month_day

_VALUES: Mapping[str, str] = {
    "missing": N_("no material"),
    "n/a": N_("not applicable"),
    "full": N_("full points"),
    "zero": N_("no points"),
    "none": N_("no defect"),
    "yes": N_("yes"),
    "no": N_("no"),
    "veto": N_("raise the veto"),
    "clear": N_("clear: not found"),
}


def value_words(value: str) -> str:
    """Return an observation as people read it: its words in the language in use."""
    return _(_VALUES[value]) if value in _VALUES else value


def stamp_day(stamp: str, zone: tzinfo) -> str:
    """Return the day of a stamp where the campaign is run, without its year."""
    return month_day(datetime.fromisoformat(stamp).astimezone(zone).date())


def stamp_time(stamp: str, zone: tzinfo) -> str:
    """Return the time of day of a stamp where the campaign is run, as 10:42."""
    return datetime.fromisoformat(stamp).astimezone(zone).strftime("%H:%M")
