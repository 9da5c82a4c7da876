"""The faults that verifying can find, gathered under the names of what ought to hold."""

from collections.abc import Iterator, Mapping, Sequence

from rolcheck.base.health import Answer
from rolcheck.base.messages import N_
from rolcheck.base.problems import Problem
from rolcheck.store.verify import DAMAGED

INVARIANTS: Mapping[str, Sequence[str]] = {
    "file-whole": (DAMAGED,),
    "file-as-made": (
        N_("the table {name} is missing or was changed"),
        N_("the guard {name} is missing, was changed or was added"),
    ),
    "events-unchanged": (
        N_("event {id} cannot be read"),
        N_("event {id} was changed: its hash is another"),
        N_("the payload of event {id} is not canonical"),
        N_("event {id} belongs to another campaign"),
        N_("event {id} has a signature that this version cannot check"),
    ),
    "events-complete": (
        N_("position {found} follows {before}: events were removed"),
        N_("event {id} is there twice"),
        N_("the chain of {author} has a gap or a repetition before event {id}"),
        N_("event {id} is not linked to the one before it in the chain of {author}"),
    ),
    "events-in-time": (N_("the time of event {id} is not after the one before"),),
    "projections": (
        N_("the projections cannot be checked while an event is unreadable"),
        N_("the events do not add up: one of them changes what is not there"),
        N_("{table} {key}: no event says so"),
        N_("{table} {key}: missing, though the events say so"),
        N_("{table}: the rows are out of order"),
        N_("{table} {key}: {column} is not what the events say"),
    ),
    "heads": (
        N_("the frontier kept for head {head} was changed"),
        N_("head {head} is unknown: the ledger was never at it, or its tail was cut"),
        N_("the ledger does not extend head {head}: event {seq} of {author} is missing"),
        N_("the ledger does not extend head {head}: event {seq} of {author} differs"),
        N_("the ledger has {today} events, head {head} had {count}"),
    ),
}
"""By name: the messages of `verify` that say it does not hold."""


def held(problems: Sequence[Problem]) -> Iterator[Answer]:
    """Yield for each invariant whether it holds.

    Args:
        problems: All that `verify` returned.
    """
    for name, messages in INVARIANTS.items():
        found = [problem for problem in problems if problem.message in messages]
        if not found:
            yield Answer(name, "ok", N_("holds"))  # how many events there are may be a secret
            continue
        yield Answer(
            name,
            "fail",
            N_("the first of {count}: {first}"),
            N_("see them all: rolcheck audit verify; put a backup in the ledger's place"),
            {"count": len(found), "first": found[0]},
        )
