"""The summary keeps to the schema that `schema summary` promises."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.cli.terminal import Terminal

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}


def faults(
    value: object, schema: dict[str, Any], root: dict[str, Any], at: str = "$"
) -> Iterator[str]:
    """Yield where a value breaks a schema, for the keywords that ours uses."""
    if "$ref" in schema:
        schema = {**root["$defs"][schema["$ref"].rpartition("/")[2]], **schema}
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(type(value) is TYPES[kind] for kind in kinds):
        yield f"{at}: {value!r} is not of type {kinds}"
    if "const" in schema and value != schema["const"]:
        yield f"{at}: not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r}"
    if isinstance(value, dict):
        known = schema.get("properties", {})
        yield from (f"{at}: no {key}" for key in schema.get("required", ()) if key not in value)
        yield from (f"{at}: unknown {key}" for key in value if key not in known)
        for key in value.keys() & known.keys():
            yield from faults(value[key], known[key], root, f"{at}.{key}")
    if isinstance(value, list):
        items = schema.get("prefixItems") or [schema["items"]] * len(value)
        for place, (one, kind) in enumerate(zip(value, items, strict=True)):
            yield from faults(one, kind, root, f"{at}[{place}]")


@pytest.mark.parametrize("line", ["summary", "--as co summary", "--as co summary --round 1"])
def test_the_summary_keeps_to_its_schema(scoring: Terminal, line: str) -> None:
    for line_ in ("1.1.1 A", "1.2.1 n/a --remark none", "V.1.1 veto --remark seen"):
        scoring.done(f"--as r1 score east {line_}")
    schema = json.loads(scoring.done("schema summary"))
    summary = json.loads(scoring.done(f"{line} --format json"))

    assert list(faults(summary, schema, schema)) == []


def test_the_check_of_the_schema_finds_what_breaks_it(scoring: Terminal) -> None:
    schema = json.loads(scoring.done("schema summary"))
    summary = json.loads(scoring.done("--as co summary --format json"))
    summary["round"]["state"] = "ajar"
    summary["submissions"][0]["total"] = 1
    del summary["criteria"]["id"]
    summary["more"] = 1

    assert len(list(faults(summary, schema, schema))) == 4
