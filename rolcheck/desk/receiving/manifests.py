"""What is wrong with a manifest beside the criteria: names that do not exist, claims too high."""

from collections.abc import Iterable, Iterator

from rolcheck.base.ids import perhaps
from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.base.problems import Problem
from rolcheck.base.toml import Fault, problems_of
from rolcheck.criteria.model import Criteria, Indicator
from rolcheck.submission.loader import SubmissionFolder
from rolcheck.submission.manifest import Manifest

Loc = tuple[str | int, ...]


def manifest_problems(submission: SubmissionFolder, criteria: Criteria) -> tuple[Problem, ...]:
    """Return what shows of a manifest only beside the criteria, each with its place."""
    return problems_of(submission.file, _faults(submission.manifest, criteria))


def _faults(manifest: Manifest, criteria: Criteria) -> Iterator[Fault]:
    known = {indicator.id: indicator for indicator in criteria.indicators}
    for index, claim in enumerate(manifest.claims):
        loc: Loc = ("claim", index, "indicator")
        indicator = known.get(claim.indicator)
        if indicator is None:
            yield _unknown(loc, N_("no indicator '{name}'"), claim.indicator, known)
        elif indicator.is_veto:
            yield Fault(
                loc, N_("{name} is a veto: nothing can be claimed"), "", {"name": claim.indicator}
            )
        elif claim.points > indicator.full:
            yield Fault(
                ("claim", index, "points"),
                N_("{points} points are claimed, {name} gives {full} at most"),
                N_("expected {full} at most"),
                {
                    "points": decimal_text(claim.points),
                    "name": indicator.id,
                    "full": decimal_text(indicator.full),
                },
            )
    yield from _evidence(manifest, known)
    registers = {register.id for register in criteria.registers}
    for index, register in enumerate(manifest.registers):
        if register.id not in registers:
            loc = ("register", index, "id")
            yield _unknown(loc, N_("no register '{name}' in the criteria"), register.id, registers)


def _evidence(manifest: Manifest, known: dict[str, Indicator]) -> Iterator[Fault]:
    for index, piece in enumerate(manifest.evidence):
        for place, name in enumerate(piece.indicators):
            if name not in known:
                loc: Loc = ("evidence", index, "indicators", place)
                yield _unknown(loc, N_("no indicator '{name}'"), name, known)
        for place, answer in enumerate(piece.answers):
            loc = ("evidence", index, "answers", place)
            name, _slash, item = answer.partition("/")
            if name not in known:
                yield _unknown(loc, N_("no indicator '{name}'"), name, known)
                continue
            items = [expected.id for expected in known[name].evidence]
            if item not in items:
                yield _unknown(
                    loc,
                    N_("no expected item '{name}'"),
                    answer,
                    [f"{name}/{one}" for one in items],
                )


def _unknown(loc: Loc, message: str, name: str, known: Iterable[str]) -> Fault:
    names = list(known)
    few = 0 < len(names) <= 12
    otherwise = (
        N_("expected one of {names}") if few else N_("expected one that the criteria define")
    )
    expected, near = perhaps(name, names, otherwise)
    return Fault(loc, message, expected, {"name": name, "near": near, "names": ", ".join(names)})
