"""The one place that asks what time it is."""

import os
from datetime import UTC, datetime

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_

NOW_VARIABLE = "ROLCHECK_NOW"


def system_now() -> datetime:
    """Return the time, aware, in UTC; `$ROLCHECK_NOW` (ISO, UTC unless it says) replaces it.

    Raises:
        InputError: The variable holds no time.
    """
    given = os.environ.get(NOW_VARIABLE)
    if not given:
        return datetime.now(UTC)
    try:
        return parse_stamp(given)
    except ValueError as error:
        raise InputError(
            N_("{variable} is not a time: {value}"), variable=NOW_VARIABLE, value=given
        ) from error


def stamp(at: datetime) -> str:
    """Return `at` as ``2026-01-31T08:00:00.000000Z``: fixed width, so text order is time order."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def parse_stamp(text: str) -> datetime:
    """Read an ISO time; without an offset it is UTC.

    Raises:
        ValueError: `text` is no ISO time.
    """
    at = datetime.fromisoformat(text)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
