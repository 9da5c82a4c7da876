"""Tables of a criteria file that nothing in it uses."""

import re
from collections.abc import Iterator

from rolcheck.base.messages import N_
from rolcheck.base.toml import Fault
from rolcheck.criteria.model import Criteria
from rolcheck.criteria.rules.periodic import PeriodicRule
from rolcheck.criteria.rules.ratio import RatioRule
from rolcheck.criteria.rules.sampled import SampledRule


def unused_tables(criteria: Criteria) -> Iterator[Fault]:
    """Yield registers that no rule names and parameters that no predicate does.

    Args:
        criteria: The set as its own file has it: what a catalogue shares is no waste.
    """
    named = set(_registers(criteria))
    for index, register in enumerate(criteria.registers):
        if register.id not in named:
            message = N_("no rule uses register {id}")
            yield Fault(("register", index, "id"), message, params={"id": register.id})
    words = set(re.findall(r":(\w+)", " ".join(_predicates(criteria))))
    for index, parameter in enumerate(criteria.parameters):
        if parameter.id not in words:
            message = N_("no predicate uses parameter {id}")
            yield Fault(("parameter", index, "id"), message, params={"id": parameter.id})


def _registers(criteria: Criteria) -> Iterator[str]:
    for one in criteria.indicators:
        match one.rule:
            case RatioRule(metric=str(metric)):
                yield metric.partition(".")[0]
            case PeriodicRule(register_id=str(name)) | SampledRule(register_id=str(name)):
                yield name


def _predicates(criteria: Criteria) -> Iterator[str]:
    for one in criteria.indicators:
        yield getattr(one.rule, "where", "") or ""
    for register in criteria.registers:
        yield from (check.expect for check in register.checks)
        for metric in register.metrics:
            yield metric.numerator or ""
            yield metric.denominator or ""
