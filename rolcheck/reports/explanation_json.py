"""Explanations as JSON: what the model says, numbers as exact strings."""

from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction

from pydantic import BaseModel

from rolcheck.criteria.model import Indicator
from rolcheck.reports.exact import exact_text
from rolcheck.reports.explained import IndicatorExplanation, SubmissionExplanation
from rolcheck.reports.facts import RoundFacts
from rolcheck.reports.model import SubmissionLine

SCHEMA = 1


def explanation_json(
    explanation: SubmissionExplanation | IndicatorExplanation,
) -> dict[str, object]:
    """Return an explanation as plain values.

    A number is a decimal string, or ``p/q`` where it has no end; of the submission only what it
    comes to is said, since the summary says the rest.
    """
    said = {
        field.name: _plain(getattr(explanation, field.name))
        for field in fields(explanation)
        if field.name not in ("criteria", "period")
    }
    return {"schema": SCHEMA, **said}


def _plain(value: object) -> object:
    match value:
        case Fraction():
            return exact_text(value)
        case date():
            return value.isoformat()
        case RoundFacts():
            return {"number": value.number, "state": value.state}
        case SubmissionLine():
            return {"id": value.id, "name": value.name}
        case Indicator():
            return _indicator(value)
        case tuple():
            return [_plain(inner) for inner in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        case BaseModel():
            raise TypeError(f"no plain form of {type(value).__name__}")
        case _:
            return value


def _indicator(indicator: Indicator) -> dict[str, object]:
    return {
        "id": indicator.id,
        "title": indicator.title,
        "weight": exact_text(indicator.weight),
        "rule": indicator.rule.kind,
    }
