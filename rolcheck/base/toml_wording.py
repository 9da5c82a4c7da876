"""What a model refuses, said in plain sentences; only loaded when there is something to say."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from typing import Any, cast, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from rolcheck.base.ids import perhaps
from rolcheck.base.messages import N_
from rolcheck.base.models import WrongValueError
from rolcheck.base.text import clean, cut
from rolcheck.base.toml import Fault
from rolcheck.base.toml_places import Loc

_IS_NOT = {
    "string": (N_("{key} is not text: {value}"), N_("expected text in quotes")),
    "int": (N_("{key} is not a whole number: {value}"), N_("expected a whole number")),
    "bool": (N_("{key} is not true or false: {value}"), N_("expected true or false")),
    "date": (N_("{key} is not a date: {value}"), N_("expected a date such as 2023-03-01")),
    "datetime": (
        N_("{key} is not a date and time: {value}"),
        N_("expected a time such as 2023-06-11T12:00:00"),
    ),
    "time": (N_("{key} is not a time: {value}"), N_("expected a time such as 12:00:00")),
    "tuple": (N_("{key} is not a list: {value}"), N_("expected a list")),
    "list": (N_("{key} is not a list: {value}"), N_("expected a list")),
    "dict": (N_("{key} is not a table: {value}"), N_("expected a table")),
    "mapping": (N_("{key} is not a table: {value}"), N_("expected a table")),
    "model": (N_("{key} is not a table: {value}"), N_("expected a table")),
}
_BOUNDS = {
    "greater_than": (N_("{key} is too small: {value}"), N_("expected more than {bound}"), "gt"),
    "greater_than_equal": (
        N_("{key} is too small: {value}"),
        N_("expected {bound} or more"),
        "ge",
    ),
    "less_than": (N_("{key} is too large: {value}"), N_("expected less than {bound}"), "lt"),
    "less_than_equal": (
        N_("{key} is too large: {value}"),
        N_("expected {bound} at most"),
        "le",
    ),
}
_LONGEST = 60


def faults_of(error: ValidationError, model: type[BaseModel], data: object) -> list[Fault]:
    """Return one fault for each place at which `model` refused the parsed TOML `data`."""
    found: dict[Loc, Fault] = {}
    for detail in error.errors(include_url=False):
        for fault in _faults(detail, model, data):
            found.setdefault(fault.loc, fault)
    return list(found.values())


def shown(value: object) -> str:
    """Return a value of parsed TOML as a person would write it, on one short line."""
    if isinstance(value, str):
        return cut(json.dumps(clean(value), ensure_ascii=False), _LONGEST)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{…}" if value else "{}"
    if isinstance(value, Sequence):
        return "[…]" if value else "[]"
    return cut(str(value), _LONGEST)


def _faults(detail: ErrorDetails, model: type[BaseModel], data: object) -> Iterator[Fault]:
    kind, context = detail["type"], detail.get("ctx", {})
    loc, owner = _walk(detail["loc"], model)
    params = {"key": _name(loc), "value": shown(detail["input"])}
    wrong = context.get("error")
    if kind == "missing":
        yield Fault(loc, N_("{key} is missing"), "", params, at="table")
    elif kind == "extra_forbidden":
        yield _unknown_key(loc, owner, params)
    elif kind == "union_tag_invalid":
        yield _wrong_tag(loc, context)
    elif kind == "union_tag_not_found":
        tag = _bare(context["discriminator"])
        yield Fault((*loc, tag), N_("{key} is missing"), "", {"key": tag}, at="table")
    elif len(existing := _existing(loc, data)) < len(loc):  # the rest names a member of a union
        params = {"key": _name(existing), "value": params["value"]}
        yield Fault(existing, N_("{key} is of the wrong kind: {value}"), "", params)
    elif isinstance(wrong, WrongValueError):
        yield Fault(loc, wrong.message, wrong.expected, params | wrong.params)
    elif kind != "too_short" or len(detail["input"]) < context["min_length"]:  # as written
        yield _in_words(loc, detail, params)


def _in_words(loc: Loc, detail: ErrorDetails, params: dict[str, str]) -> Fault:
    kind, context = detail["type"], detail.get("ctx", {})
    stem = kind.partition("_")[0]
    if kind in _BOUNDS:
        message, expected, bound = _BOUNDS[kind]
        return Fault(loc, message, expected, params | {"bound": str(context[bound])})
    if kind == "literal_error":
        return _wrong_choice(loc, params, context["expected"])
    if kind == "too_short":
        expected = N_("expected at least {bound}")
        bound = str(context["min_length"])
        return Fault(loc, N_("{key} has too few entries"), expected, params | {"bound": bound})
    if stem in ("tuple", "list") and isinstance(detail["input"], Mapping):
        return Fault(loc, N_("{key} is a single table"), N_("expected [[{key}]]"), params)
    if stem in _IS_NOT:
        return Fault(loc, *_IS_NOT[stem], params)
    reason = {"reason": detail["msg"]}
    return Fault(loc, N_("{key} = {value} cannot be used: {reason}"), "", params | reason)


def _unknown_key(loc: Loc, owner: type[BaseModel] | None, params: dict[str, str]) -> Fault:
    known = sorted(_aliases(owner)) if owner else []
    expected, near = perhaps(str(loc[-1]), known, N_("expected one of {known}"))
    more = {"key": _name(loc, of_key=True), "near": near, "known": ", ".join(known)}
    return Fault(loc, N_("unknown key {key}"), expected, params | more, at="key")


def _wrong_tag(loc: Loc, context: Mapping[str, Any]) -> Fault:
    tag = _bare(context["discriminator"])
    params = {"key": tag, "value": shown(context["tag"])}
    return _wrong_choice((*loc, tag), params, context["expected_tags"])


def _wrong_choice(loc: Loc, params: dict[str, str], choices: str) -> Fault:
    listed = choices.replace("'", "").replace(" or ", ", ")
    return Fault(
        loc,
        N_("{key} is not one of the choices: {value}"),
        N_("expected one of {choices}"),
        params | {"choices": listed},
    )


def _walk(loc: Loc, model: type[BaseModel]) -> tuple[Loc, type[BaseModel] | None]:
    """Return `loc` without the tags of unions, and the model that its last key belongs to."""
    kept: list[str | int] = []
    owner: type[BaseModel] | None = model
    options: tuple[type[BaseModel], ...] = (model,)
    tagged = False
    for part in loc:
        if tagged:
            options = tuple(option for option in options if _answers_to(option, part))
            tagged = False
            continue
        kept.append(part)
        if isinstance(part, str):
            owner = options[0] if len(options) == 1 else None
            info = _aliases(owner).get(part) if owner else None
            options = tuple(_models_in(info.annotation)) if info else ()
            tagged = info is not None and info.discriminator is not None
    return tuple(kept), owner


def _answers_to(option: type[BaseModel], tag: str | int) -> bool:
    return any(tag in get_args(info.annotation) for info in option.model_fields.values())


def _aliases(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def _existing(loc: Loc, data: object) -> Loc:
    for depth, part in enumerate(loc):
        is_list = isinstance(data, list) and isinstance(part, int) and part < len(data)
        if not is_list and not (isinstance(data, Mapping) and part in data):
            return loc[:depth]
        data = cast("Any", data)[part]
    return loc


def _name(loc: Loc, *, of_key: bool = False) -> str:
    names = [part for part in loc if isinstance(part, str)]
    name = names[-1] if names else ""
    return shown(name) if of_key and not name.isidentifier() else clean(name)


def _bare(discriminator: str) -> str:
    return discriminator.strip("'")
