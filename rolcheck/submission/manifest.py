"""submission.toml as a model, and what shows only across the file."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Literal

from pydantic import Field

from rolcheck.base.models import FreeText, Id, Model, Points, Text
from rolcheck.base.toml import Fault
from rolcheck.base.toml_faults import repeated


class About(Model):
    """Who applies."""

    id: Id
    name: Text
    kind: Literal["district", "project"] = "district"
    offices: tuple[Text, ...] = ()


class Claim(Model):
    """The applicant's own score for one indicator."""

    indicator: Text
    points: Points


class Evidence(Model):
    """One file, or pages of it, offered for one or more indicators."""

    id: Id
    title: Text
    file: Text
    pages: FreeText = ""
    indicators: tuple[Text, ...] = ()
    answers: tuple[Text, ...] = ()
    number: FreeText = ""
    dated: date | None = None
    office: FreeText = ""


class RegisterFile(Model):
    """A register that the submission has: which one, and in which file."""

    id: Text
    file: Text


class Manifest(Model):
    """The whole file."""

    submission: About
    claims: tuple[Claim, ...] = Field(default=(), alias="claim")
    evidence: tuple[Evidence, ...] = ()
    registers: tuple[RegisterFile, ...] = Field(default=(), alias="register")

    def evidence_for(self, indicator: str) -> tuple[Evidence, ...]:
        """Return the evidence offered for `indicator`, in the order of the manifest."""
        return tuple(
            piece
            for piece in self.evidence
            if indicator in piece.indicators
            or any(answer.partition("/")[0] == indicator for answer in piece.answers)
        )

    def claimed(self, indicator: str) -> Fraction | None:
        """Return what is claimed for `indicator`; None where nothing is."""
        return next((one.points for one in self.claims if one.indicator == indicator), None)


def faults(manifest: Manifest) -> Iterator[Fault]:
    """Yield what is wrong with the file as a whole."""
    claims = [claim.indicator for claim in manifest.claims]
    yield from repeated(("claim",), "indicator", claims, any_case=True)
    pieces = [piece.id for piece in manifest.evidence]
    yield from repeated(("evidence",), "id", pieces, any_case=True)
    registers = [register.id for register in manifest.registers]
    yield from repeated(("register",), "id", registers, any_case=True)
