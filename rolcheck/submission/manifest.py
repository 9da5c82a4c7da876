"""submission.toml as a model, and what shows only across the file."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from rolcheck.base.messages import N_
from rolcheck.base.models import FreeText, Id, Model, Points, Text
from rolcheck.base.toml import Fault


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


def faults(manifest: Manifest) -> Iterator[Fault]:
    """Yield what is wrong with the file as a whole."""
    listed = {
        "claim": [claim.indicator for claim in manifest.claims],
        "evidence": [piece.id for piece in manifest.evidence],
        "register": [register.id for register in manifest.registers],
    }
    named_by = {"claim": "indicator", "evidence": "id", "register": "id"}
    for table, names in listed.items():
        seen: set[str] = set()
        for index, name in enumerate(names):
            if name.casefold() in seen:
                yield Fault(
                    (table, index, named_by[table]),
                    N_("'{name}' is named twice"),
                    N_("expected each once, without regard to case"),
                    {"name": name},
                )
            seen.add(name.casefold())
