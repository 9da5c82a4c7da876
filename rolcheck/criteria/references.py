"""What rules name in registers, and whether it is there."""

from collections.abc import Iterator, Mapping, Sequence

from rolcheck.base.messages import N_
from rolcheck.base.toml import Fault
from rolcheck.base.toml_faults import unknown
from rolcheck.base.toml_places import Loc
from rolcheck.criteria.registers import Catalogue, Register
from rolcheck.criteria.rules.periodic import PeriodicRule
from rolcheck.criteria.rules.ratio import RatioRule
from rolcheck.criteria.rules.sampled import SampledRule
from rolcheck.criteria.rules.terms import RuleModel
from rolcheck.criteria.sketch import Sketch

_FINE_ENOUGH = {
    "month": ("date", "datetime", "month"),
    "quarter": ("date", "datetime", "month", "quarter"),
    "half-year": ("date", "datetime", "month", "quarter"),
}


def catalogue_faults(seen: Sketch, own: Catalogue, shared: Catalogue) -> Iterator[Fault]:
    """Yield names that a criteria file takes from its catalogue again, or that nothing answers to.

    Args:
        seen: What was read of the criteria file.
        own: Its own registers and parameters.
        shared: Its catalogue, an empty one where it names none.
    """
    for key, names, taken in (
        ("register", [one.id for one in own.registers], [one.id for one in shared.registers]),
        ("parameter", [one.id for one in own.parameters], [one.id for one in shared.parameters]),
    ):
        for index, name in enumerate(names):
            if name in taken:
                message = N_("{name} stands in the catalogue already")
                expected = N_("expected another id")
                yield Fault((key, index, "id"), message, expected, {"name": name})
    rules = [((*leaf.loc, "rule"), leaf.rule) for leaf in seen.indicators if leaf.rule]
    yield from reference_faults(rules, own.registers + shared.registers)


def reference_faults(
    rules: Sequence[tuple[Loc, RuleModel]], registers: Sequence[Register]
) -> Iterator[Fault]:
    """Yield a fault for each name in a rule that no register answers to.

    Args:
        rules: The rules with their places.
        registers: Every register that the rules may name; none of them is broken.
    """
    known = {register.id: register for register in registers}
    metrics = [f"{one.id}.{metric.id}" for one in registers for metric in one.metrics]
    for loc, rule in rules:
        if isinstance(rule, RatioRule) and rule.metric and rule.metric not in metrics:
            yield _nowhere((*loc, "metric"), N_("no metric {name}"), rule.metric, metrics)
        if isinstance(rule, PeriodicRule | SampledRule) and rule.register_id:
            if rule.register_id not in known:
                message = N_("no register {name}")
                yield _nowhere((*loc, "register"), message, rule.register_id, list(known))
            elif isinstance(rule, PeriodicRule):
                yield from _column(loc, rule, known)


def _nowhere(loc: Loc, message: str, name: str, known: Sequence[str]) -> Fault:
    if known:
        return unknown(loc, message, name, known)
    expected = N_("expected one of this file or of the catalogue that it names")
    return Fault(loc, message, expected, {"name": name})


def _column(loc: Loc, rule: PeriodicRule, known: Mapping[str, Register]) -> Iterator[Fault]:
    register = known[rule.register_id or ""]
    if rule.column is None:
        fitting = [column for column in register.columns if column.type == rule.every]
        if len(fitting) != 1:
            yield Fault(
                (*loc, "column"),
                N_("column is missing: register {name} has not one column of type {type}"),
                "",
                {"name": register.id, "type": rule.every},
                at="table",
            )
        return
    column = register.column(rule.column)
    if column is None:
        names = [one.name for one in register.columns]
        yield unknown((*loc, "column"), N_("no column {name} in the register"), rule.column, names)
    elif column.type not in _FINE_ENOUGH[rule.every]:
        yield Fault(
            (*loc, "column"),
            N_("column {name} of type {type} does not tell each {every}"),
            N_("expected one of type {types}"),
            {
                "name": column.name,
                "type": column.type,
                "every": rule.every,
                "types": ", ".join(_FINE_ENOUGH[rule.every]),
            },
        )
