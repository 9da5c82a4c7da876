"""What models of TOML files are made of: strict, frozen, with keys in kebab-case."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.json_schema import GenerateJsonSchema

from rolcheck.base.ids import ID_PATTERN, is_id
from rolcheck.base.messages import N_
from rolcheck.base.text import clean

LARGEST = 10**9
FROM_FILE = "file"  # the context of what was read: numbers in quotes are refused there
_PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?")
_BREAKS = re.compile(r"[\t\n]+")
_A_NUMBER = N_("expected a number, 0 or more, with at most three decimals")


class WrongValueError(ValueError):
    """A validator's answer to a value that it does not take.

    Args:
        message: English message id; ``{key}`` and ``{value}`` are filled in by the reader.
        expected: English message id saying what is expected; may be empty.
        params: What further placeholders of both stand for.
    """

    def __init__(self, message: str, expected: str = "", **params: object) -> None:
        super().__init__(message)
        self.message, self.expected, self.params = message, expected, params


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class _TomlSchema(GenerateJsonSchema):
    def encode_default(self, dft: object) -> object:
        if isinstance(dft, Fraction):
            return dft.numerator if dft.denominator == 1 else float(dft)
        return super().encode_default(dft)


class Model(BaseModel):
    """Base of all models of TOML tables: unknown keys and converted types are refused.

    Files use the kebab-case keys, Python code the attribute names.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        alias_generator=_kebab,
        validate_by_alias=True,
        validate_by_name=True,
        serialize_by_alias=True,
        defer_build=True,  # half of the time that importing them would take
    )


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON Schema of a table as files write it, exact numbers as numbers."""
    return model.model_json_schema(by_alias=True, schema_generator=_TomlSchema)


def to_points(value: object) -> Fraction:
    """Return a number of a file as an exact multiple of 1/1000.

    Raises:
        WrongValueError: It is no number, negative, too large, or has more than three decimals.
    """
    if isinstance(value, Decimal) and value.is_finite():
        if value.adjusted() > 12:
            raise WrongValueError(N_("{key} is too large: {value}"), _A_NUMBER)
        if value and (value.adjusted() < -3 or _decimals(value) > 3):
            raise WrongValueError(N_("{key} has more than three decimals: {value}"), _A_NUMBER)
        value = Fraction(value)
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        raise WrongValueError(N_("{key} is not a number: {value}"), _A_NUMBER)
    return _checked(Fraction(value))


def _points(value: object, info: ValidationInfo) -> Fraction:
    written = isinstance(value, str) and info.context != FROM_FILE and _PLAIN.fullmatch(value)
    return to_points(Decimal(str(value)) if written else value)


def to_setting(value: object) -> Fraction | str | bool:
    """Return a parameter's value: text, true or false, or a number as `to_points` has it."""
    return value if isinstance(value, bool | str) else to_points(value)


def _decimals(value: Decimal) -> int:
    """Return how many decimals a number needs that is not below 1/1000."""
    exponent = value.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _checked(number: Fraction) -> Fraction:
    if number < 0:
        raise WrongValueError(N_("{key} is below 0: {value}"), _A_NUMBER)
    if number >= LARGEST:
        raise WrongValueError(N_("{key} is too large: {value}"), _A_NUMBER)
    if 1000 % number.denominator:
        raise WrongValueError(N_("{key} has more than three decimals: {value}"), _A_NUMBER)
    return number


def _above_zero(number: Fraction) -> Fraction:
    if not number:
        raise WrongValueError(N_("{key} is 0"), N_("expected a number above 0"))
    return number


def _one_line(value: str) -> str:
    text = _BREAKS.sub(" ", clean(value)).strip()
    if not text:
        raise WrongValueError(N_("{key} is empty"), N_("expected text"))
    return text


def _an_id(value: str) -> str:
    if not is_id(value):
        raise WrongValueError(
            N_("{key} is not an id: {value}"),
            N_("expected 1 to 64 letters, digits, dots, dashes or underscores"),
        )
    return value


Points = Annotated[
    Fraction,
    PlainValidator(_points),
    WithJsonSchema({"type": "number", "minimum": 0, "multipleOf": 0.001}),
]
PositivePoints = Annotated[
    Fraction,
    PlainValidator(_points),
    AfterValidator(_above_zero),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0, "multipleOf": 0.001}),
]
Weight = Annotated[
    Fraction,
    PlainValidator(to_points),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0, "multipleOf": 0.001}),
]
"""Read like points; 0 is refused where it would count, by whoever sees the whole file."""
Text = Annotated[str, AfterValidator(_one_line), WithJsonSchema({"type": "string", "minLength": 1})]
FreeText = Annotated[str, AfterValidator(clean), WithJsonSchema({"type": "string"})]
Id = Annotated[
    str,
    AfterValidator(_an_id),
    WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$"}),
]
Setting = Annotated[
    Fraction | str | bool,
    PlainValidator(to_setting),
    WithJsonSchema({"type": ["number", "string", "boolean"]}),
]
PositiveInt = Annotated[int, Field(gt=0, lt=LARGEST)]
