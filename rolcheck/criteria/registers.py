"""Registers: the columns of a table in a submission, and what is counted from its rows."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from rolcheck.base.messages import N_
from rolcheck.base.models import FreeText, Id, Model, Setting, Text, WrongValueError

ColumnType = Literal[
    "string",
    "integer",
    "decimal",
    "boolean",
    "date",
    "datetime",
    "month",
    "quarter",
    "enum",
]


def _a_name(value: str) -> str:
    if not re.fullmatch("[a-z][a-z0-9_]{0,62}", value):
        raise WrongValueError(
            N_("{key} is not a name for queries: {value}"),
            N_("expected small letters, digits and underscores, a letter first"),
        )
    return value


Name = Annotated[str, AfterValidator(_a_name)]


class Column(Model):
    """A column; its name or its title heads it in the applicant's table."""

    name: Name
    title: Text | None = None
    title_en: Text | None = Field(default=None, alias="title_en")
    type: ColumnType
    values: Annotated[tuple[Text, ...], Field(min_length=1)] | None = None
    required: bool = False
    unique: bool = False
    note: FreeText = ""


class Check(Model):
    """What holds in every row; a row that breaks it is shown and counted."""

    id: Id
    title: Text | None = None
    title_en: Text | None = Field(default=None, alias="title_en")
    expect: Text
    note: FreeText = ""


class Metric(Model):
    """A number counted from a register: by predicates over its columns, or said in words still."""

    id: Id
    title: Text | None = None
    title_en: Text | None = Field(default=None, alias="title_en")
    numerator: Text | None = None
    numerator_distinct: Name | None = None
    numerator_sum: Name | None = None
    numerator_in_words: Text | None = Field(default=None, alias="numerator_in_words")
    denominator: Text | None = None
    denominator_distinct: Name | None = None
    denominator_sum: Name | None = None
    denominator_in_words: Text | None = Field(default=None, alias="denominator_in_words")
    mean: Name | None = None
    mean_in_words: Text | None = Field(default=None, alias="mean_in_words")
    last: Name | None = None
    last_in_words: Text | None = Field(default=None, alias="last_in_words")
    note: FreeText = ""

    @property
    def is_mean(self) -> bool:
        """Whether the metric is an average: a number, not so many of so many."""
        return bool(self.mean or self.mean_in_words)

    @property
    def is_counted(self) -> bool:
        """Whether nothing of it is in words any more."""
        words = (
            self.numerator_in_words,
            self.denominator_in_words,
            self.mean_in_words,
            self.last_in_words,
        )
        return not any(words)


class Register(Model):
    """A table of a submission: one row a document, decision, case, month."""

    id: Id
    title: Text
    title_en: Text | None = Field(default=None, alias="title_en")
    key: tuple[Text, ...] = ()
    office: FreeText = ""
    note: FreeText = ""
    columns: Annotated[tuple[Column, ...], Field(alias="column", min_length=1)]
    checks: tuple[Check, ...] = Field(default=(), alias="check")
    metrics: tuple[Metric, ...] = Field(default=(), alias="metric")

    def title_in(self, lang: str) -> str:
        """Return the title in a language, in Chinese where there is no other."""
        return (self.title_en if lang == "en" else None) or self.title

    def column(self, name: str) -> Column | None:
        """Return the column of that name, None if there is none."""
        return next((column for column in self.columns if column.name == name), None)

    def metric(self, name: str) -> Metric | None:
        """Return the metric of that id, None if there is none."""
        return next((metric for metric in self.metrics if metric.id == name), None)


class Parameter(Model):
    """A number or word that queries use and the campaign sets."""

    id: Name
    title: Text | None = None
    title_en: Text | None = Field(default=None, alias="title_en")
    default: Setting | None = None
    note: FreeText = ""


class Catalogue(Model):
    """A file of registers and parameters that several criteria sets share."""

    registers: tuple[Register, ...] = Field(default=(), alias="register")
    parameters: tuple[Parameter, ...] = Field(default=(), alias="parameter")
