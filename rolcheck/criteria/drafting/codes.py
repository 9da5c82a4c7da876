"""What an export writes beside the words, so that an import gives the same: lines of TOML."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import tomli
from pydantic import BaseModel, ValidationError

from rolcheck.base.toml import validated
from rolcheck.criteria.drafting.values import inline
from rolcheck.criteria.model import About, Indicator
from rolcheck.criteria.rules import RULES
from rolcheck.criteria.rules.terms import RuleModel

_SETTINGS = ("title_en", "first-scored", "not-applicable")


@dataclass(frozen=True, slots=True)
class Coded:
    """A rule and further keys of an indicator."""

    rule: RuleModel
    settings: tuple[tuple[str, object], ...]


def coded(one: Indicator) -> str:
    """Return the line for an indicator: its rule, and the keys that have no column."""
    keys: dict[str, object] = {"rule": written(one.rule)}
    keys |= {
        "title_en": one.title_en,
        "first-scored": None if one.first_scored == "scoring" else one.first_scored,
        "not-applicable": one.not_applicable or None,
    }
    return inline({key: value for key, value in keys.items() if value is not None})


def decoded(line: str) -> Coded | None:
    """Return what a line says, None where it is none of ours."""
    keys = _table(line)
    rule = keys.get("rule")
    if not isinstance(rule, dict) or rule.get("kind") not in RULES:
        return None
    try:
        read = validated(RULES[rule["kind"]], rule)
    except ValidationError:
        return None
    known = tuple((key, keys[key]) for key in _SETTINGS if isinstance(keys.get(key), str | bool))
    return Coded(read, known)


def coded_about(about: About) -> str:
    """Return the line for the set as a whole."""
    return inline(written(about))


def decoded_about(line: str) -> About | None:
    """Return what such a line says, None where it is none of ours."""
    try:
        return validated(About, _table(line))
    except ValidationError:
        return None


def _table(line: str) -> dict[str, object]:
    try:
        found = tomli.loads(f"line = {line}", parse_float=Decimal)["line"]
    except tomli.TOMLDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def written(model: BaseModel) -> Mapping[str, object]:
    """Return a rule, or a part of one, as keys and values of a criteria file."""
    found: dict[str, object] = {}
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if name == "kind" or (name in model.model_fields_set and value != info.default):
            found[info.alias or name] = _plain(value)
    return {key: value for key, value in found.items() if value is not None}


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return written(value)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
