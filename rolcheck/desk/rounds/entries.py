"""When entries of a round were made: on which day, and how long each item took."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache

from rolcheck.campaign.standing import Standing
from rolcheck.events.rows import ObservationRow, VerdictRow
from rolcheck.scoring.tempo import Made, timed

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)
_MINUTE = len("2000-01-01T00:00")


def day_of(stamp: str, zone: tzinfo) -> date:
    """Return the day of a stamp where the campaign is run."""
    return _day_of_minute(stamp[:_MINUTE], zone)


@lru_cache(65536)
def _day_of_minute(minute: str, zone: tzinfo) -> date:
    return datetime.fromisoformat(f"{minute}+00:00").astimezone(zone).date()


def entries(standing: Standing, number: int) -> Mapping[str, tuple[Made, ...]]:
    """Return what was entered of everybody in a round, those taken back included.

    An item is its submission and its indicator, of a verdict ``INDICATOR/ITEM``. What came with
    others in one step (a file, all kept at once) is not typed, nor what somebody else entered.
    """
    rows = [*_rows(standing, number)]
    together = Counter(row.step for row, _item in rows if row.step)
    found: dict[str, list[tuple[str, Made]]] = {}
    for row, item in rows:
        typed = row.author == row.reviewer and together[row.step] <= 1
        made = Made(_second(row.at), (row.submission, item), typed)
        found.setdefault(row.reviewer, []).append((row.at, made))
    return {
        who: tuple(one for _at, one in sorted(made, key=lambda pair: pair[0]))
        for who, made in found.items()
    }


def seconds_by_item(standing: Standing, number: int) -> Mapping[tuple[str, str, str], int]:
    """Return what each item took of each reviewer, where that can be told, in seconds."""
    found: dict[tuple[str, str, str], int] = {}
    for who, made in entries(standing, number).items():
        for one in timed(made):
            key = (who, *one.item)
            found[key] = found.get(key, 0) + one.seconds
    return found


def _rows(standing: Standing, number: int) -> Iterator[tuple[ObservationRow | VerdictRow, str]]:
    for row in standing.tables.of(ObservationRow):
        if row.round == number:
            yield row, row.indicator
    for verdict in standing.tables.of(VerdictRow):
        if verdict.round == number:
            yield verdict, f"{verdict.indicator}/{verdict.item}"


def _second(stamp: str) -> int:
    return (datetime.fromisoformat(stamp) - _EPOCH) // _SECOND
