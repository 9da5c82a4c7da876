"""What is wrong with the components of a campaign's result."""

from collections.abc import Iterator
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.base.toml import Fault
from rolcheck.base.toml_faults import repeated
from rolcheck.campaign.settings import REVIEW, Settings


def component_faults(settings: Settings) -> Iterator[Fault]:
    """Yield what is wrong with ``[[component]]``; nothing where there is none."""
    components = settings.components
    if not components:
        return
    yield from repeated(("component",), "id", [one.id for one in components], any_case=True)
    yield from _sources(settings)
    if not any(one.is_review for one in components):
        yield Fault(
            ("component", 0),
            N_("no component is the rounds' own"),
            N_("expected one with the id {id}"),
            {"id": REVIEW},
        )
    together = sum((one.weight for one in components), Fraction())
    if together != 1:
        yield Fault(
            ("component", len(components) - 1, "weight"),
            N_("the weights of the components add up to {sum}"),
            N_("expected 1"),
            {"sum": decimal_text(together)},
        )


def _sources(settings: Settings) -> Iterator[Fault]:
    for index, one in enumerate(settings.components):
        wanted = "rounds" if one.is_review else "import"
        if one.source not in (None, wanted):
            yield Fault(
                ("component", index, "source"),
                N_("component '{name}' cannot come from {source}"),
                N_("expected {wanted_source}: the rounds' own component has the id {id}"),
                {"name": one.id, "source": one.source, "wanted_source": wanted, "id": REVIEW},
            )
