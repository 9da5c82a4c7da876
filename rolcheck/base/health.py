"""What a look at a machine or a ledger answers: sound or not, what was seen, what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

State = Literal["ok", "unknown", "warn", "fail"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one check saw.

    Attributes:
        check: Its name, for ever the same.
        state: ``ok``; ``warn`` where work goes on, but worse; ``fail`` where it does not, or the
            record cannot be relied on; ``unknown`` where this system does not tell.
        seen: English message id saying what was seen, with ``{placeholders}``.
        do: English message id saying what to do, an instruction; empty if nothing is.
        params: What the placeholders of both stand for, as plain values.
    """

    check: str
    state: State
    seen: str
    do: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
