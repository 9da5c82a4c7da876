"""Tables of the keys that a TOML file may have: what each takes, and what it is when left out."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from rolcheck.base.models import json_schema
from rolcheck.campaign import settings
from rolcheck.criteria import model, registers
from rolcheck.submission import manifest

MODELS: Mapping[str, type[BaseModel]] = {
    "criteria": model.About,
    "criteria.scoring": model.Scoring,
    "criteria.scoring.round-to": model.RoundTo,
    "area": model.Area,
    "group": model.Group,
    "indicator": model.Indicator,
    "indicator.evidence": model.EvidenceItem,
    "register": registers.Register,
    "register.column": registers.Column,
    "register.check": registers.Check,
    "register.metric": registers.Metric,
    "parameter": registers.Parameter,
    "campaign": settings.About,
    "campaign.period": settings.PeriodTable,
    "aggregation": settings.AggregationTable,
    "calendar": settings.CalendarTable,
    "unit": settings.Unit,
    "component": settings.Component,
    "round": settings.RoundPlan,
    "reviewer": settings.Reviewer,
    "submission": manifest.About,
    "claim": manifest.Claim,
    "evidence": manifest.Evidence,
    "register-file": manifest.RegisterFile,
}
"""By the name that the pages' marks have."""

REQUIRED = "must be there"
_ROW = re.compile(r"^\| `([^`|]+)` \|.*\| ([^|]*) \|$", re.M)
_FORMATS = {"date": "date", "date-time": "date and time"}


def described_keys(name: str, now: str) -> str:
    """Return the table of a model's keys; what is said of each is kept from the table before."""
    return table(MODELS[name], dict(_ROW.findall(now)))


def table(shown: type[BaseModel], said: Mapping[str, str]) -> str:
    """Return a Markdown table of a model's keys, with what is said of each."""
    schema = json_schema(shown)
    lines = ["| key | takes | left out | |", "|---|---|---|---|"]
    for key, value in schema["properties"].items():
        if key != "kind" or "const" not in value:  # the kind of a rule stands above its table
            out = REQUIRED if key in schema.get("required", ()) else _default(value)
            lines.append(f"| `{key}` | {_takes(value, schema)} | {out} | {said.get(key, '')} |")
    return "\n".join(lines) + "\n"


def _takes(value: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    for one in value.get("anyOf", ()):
        if one.get("type") != "null":
            return _takes(one, schema)
    if "enum" in value:
        return ", ".join(f"`{choice}`" for choice in value["enum"])
    if "$ref" in value or "oneOf" in value:
        return "table"
    kind = value.get("type")
    if kind == "array":
        return _list(value, schema)
    if kind in ("number", "integer"):
        return _number(value, "whole number" if kind == "integer" else "number")
    if kind == "string":
        return _text(value)
    plain = {"boolean": "`true`, `false`", "object": "table"}
    return plain[kind] if isinstance(kind, str) else "number, text or `true`, `false`"


def _list(value: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    inner = _takes(value["items"], schema)
    said = "tables" if inner == "table" else f"list of {inner.replace('text', 'texts')}"
    return f"{said}, at least {value['minItems']}" if "minItems" in value else said


def _number(value: Mapping[str, Any], said: str) -> str:
    if "exclusiveMinimum" in value:
        return f"{said} above {value['exclusiveMinimum']}"
    if "maximum" in value:
        return f"{said} from {value.get('minimum', 0)} to {value['maximum']}"
    return f"{said}, {value['minimum']} or more" if "minimum" in value else said


def _text(value: Mapping[str, Any]) -> str:
    if "pattern" in value:
        return "id"
    return _FORMATS.get(value.get("format", ""), "text")


def _default(value: Mapping[str, Any]) -> str:
    default = value.get("default")
    if default in (None, "", [], {}):
        return "none"
    if isinstance(default, list):
        return ", ".join(f"`{one}`" for one in default)
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"
