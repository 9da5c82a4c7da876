"""What an export writes beside the words, so that an import gives the same: lines of TOML."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

import tomli
from pydantic import BaseModel, ValidationError

from rolcheck.base.toml import validated
from rolcheck.criteria.drafting.values import inline
from rolcheck.criteria.model import About, Area, Group, Indicator, has_parts
from rolcheck.criteria.rules import RULES
from rolcheck.criteria.rules.terms import RuleModel

Settings = tuple[tuple[str, object], ...]
"""Further keys of the criteria file with their values."""
_SETTINGS = ("title_en", "first-scored", "not-applicable")


@dataclass(frozen=True, slots=True)
class Coded:
    """A rule and further keys of an indicator."""

    rule: RuleModel
    settings: Settings


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


def coded_branches(area: Area, groups: Iterable[Group]) -> str:
    """Return the line for an area and its groups: keys without a column; empty if none."""
    said = [_without(written(one), "title") for one in (area, *groups)]
    further = [keys for keys in said if keys.keys() != {"id"}]
    return inline({"branches": further}) if further else ""


def settings_in(texts: Iterable[str]) -> Mapping[str, Settings]:
    """Return the keys of areas and groups that such lines give, by id."""
    found: dict[str, Settings] = {}
    for text in texts:
        branches = _table(_braced(text)).get("branches")
        for keys in branches if isinstance(branches, list) else ():
            try:
                model = Area if has_parts(keys["id"], 1) else Group
                known = written(validated(model, {**keys, "title": "-"}))
            except (ValidationError, KeyError, TypeError):
                continue
            found[str(known["id"])] = tuple(_without(known, "id", "title").items())
    return found


def is_code(text: str) -> bool:
    """Tell whether a note is one of the lines that an export writes."""
    line = _braced(text)
    return decoded_about(line) is not None or "branches" in _table(line)


def _braced(text: str) -> str:
    """Return a line behind the word that announces it."""
    return text[max(text.find("{"), 0) :]


def _without(keys: Mapping[str, object], *names: str) -> dict[str, object]:
    return {key: value for key, value in keys.items() if key not in names}


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
