"""Typed reading of what an event holds."""

from rolcheck.base.canon import canonical
from rolcheck.events.types import Event


def text(event: Event, name: str) -> str:
    """Return a text of the payload, empty where it is absent; what is nested as JSON."""
    value = event.payload.get(name, "")
    return value if isinstance(value, str) else canonical(value)


def nested(event: Event, name: str, empty: object) -> str:
    """Return what is nested in the payload as canonical JSON, `empty` where it is absent."""
    return canonical(event.payload.get(name, empty))


def whole(event: Event, name: str) -> int:
    """Return a whole number of the payload.

    Raises:
        KeyError: It is absent.
        ValueError: It is something else.
    """
    value = event.payload[name]
    if not isinstance(value, int):
        raise ValueError(f"{name} is no whole number")
    return value


def number(event: Event) -> int:
    """Return the number of the round in which the event was made.

    Raises:
        ValueError: It was made outside every round.
    """
    if event.round is None:
        raise ValueError(f"{event.kind} without a round")
    return event.round
