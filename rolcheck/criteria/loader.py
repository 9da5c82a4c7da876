"""Reads criteria files with the catalogues they name, and finds them."""

from collections.abc import Iterator
from dataclasses import dataclass
from json import loads
from pathlib import Path

from pydantic import ValidationError

from rolcheck.base.canon import canonical, sha256_hex
from rolcheck.base.errors import InputError, ProblemsError
from rolcheck.base.ids import is_id, perhaps
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.base.shipped import shipped
from rolcheck.base.toml import Fault, Table, TomlFile, read_model, validated
from rolcheck.criteria.faults import criteria_faults
from rolcheck.criteria.model import Criteria
from rolcheck.criteria.references import catalogue_faults
from rolcheck.criteria.register_faults import registers_faults
from rolcheck.criteria.registers import Catalogue
from rolcheck.criteria.sketch import sketch

FOLDER = "criteria"
REGISTERS = "registers"


@dataclass(frozen=True, slots=True)
class CriteriaFile:
    """A criteria set as read from its file.

    Attributes:
        criteria: The set, with the registers of its catalogue.
        path: The file.
        content: Canonical JSON of the file and its catalogue, which layout does not change.
        catalogue_path: The catalogue's file, if the set names one.
    """

    criteria: Criteria
    path: Path
    content: str
    catalogue_path: Path | None = None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the content."""
        return sha256_hex(self.content)


def load_criteria(path: Path) -> CriteriaFile:
    """Read a criteria file and the catalogue it names.

    Raises:
        ProblemsError: They have faults; every one is named with its place.
        InputError: There is no such file, or it is not UTF-8 text.
    """
    reading = _Reading(path)
    try:
        file = read_model(path, Criteria, raw_faults=reading.faults)
    except ProblemsError as error:
        raise ProblemsError([*error.problems, *reading.problems]) from error
    if reading.problems:
        raise ProblemsError(reading.problems)
    catalogue, criteria = reading.catalogue, file.model
    if catalogue:
        criteria = criteria.with_catalogue(catalogue.model)
    beside = catalogue.content if catalogue else "null"
    return CriteriaFile(
        criteria,
        path,
        f'{{"catalogue":{beside},"criteria":{file.content}}}',
        catalogue.path if catalogue else None,
    )


def load_catalogue(path: Path) -> TomlFile[Catalogue]:
    """Read a register catalogue.

    Raises:
        ProblemsError: It has faults; every one is named with its place.
        InputError: There is no such file, or it is not UTF-8 text.
    """
    return read_model(
        path,
        Catalogue,
        raw_faults=lambda data, read: registers_faults(data, read.registers if read else None),
    )


def criteria_of(content: str) -> Criteria:
    """Return the criteria set that a `CriteriaFile.content` stands for."""
    parts = loads(content)
    criteria = Criteria.model_validate_json(canonical(parts["criteria"]))
    if parts["catalogue"] is None:
        return criteria
    return criteria.with_catalogue(Catalogue.model_validate_json(canonical(parts["catalogue"])))


def find_criteria(name: str, folder: Path) -> Path:
    """Return the file of the criteria set that a campaign in `folder` names.

    Looked up in the folder's criteria/, in those of the two folders above, then in what ships.

    Raises:
        InputError: There is none of that name; the nearest is named.
    """
    above = folder.absolute()
    places = [base / FOLDER for base in (folder, *list(above.parents)[:2])]
    places.append(shipped("criteria"))
    if is_id(name):
        for place in places:
            path = place / f"{name}.toml"
            if path.is_file():
                return path
    hint, near = perhaps(
        name,
        (path.stem for place in places for path in place.glob("*.toml")),
        N_("put it into {folder}"),
    )
    raise InputError(
        N_("no criteria set '{name}'"),
        hint=hint,
        name=name,
        near=near,
        folder=str(places[0]),
    )


def shipped_criteria() -> tuple[Path, ...]:
    """Return the files of the criteria sets that ship, by name."""
    return tuple(sorted(shipped("criteria").glob("*.toml")))


class _Reading:
    """Finds the faults of a criteria file, and on the way its catalogue with those of its own."""

    def __init__(self, path: Path) -> None:
        self._registers = path.parent / REGISTERS
        self.catalogue: TomlFile[Catalogue] | None = None
        self.problems: tuple[Problem, ...] = ()

    def faults(self, data: Table, read: Criteria | None) -> Iterator[Fault]:
        seen = sketch(data, read)
        yield from criteria_faults(data, seen)
        yield from registers_faults(data, read.registers if read else None)
        name = seen.about.get("catalogue")
        if name is not None:
            yield from self._read_catalogue(name)
        own = _own(data, read)
        if own and (name is None or self.catalogue):
            shared = self.catalogue.model if self.catalogue else Catalogue()
            yield from catalogue_faults(seen, own, shared)

    def _read_catalogue(self, name: object) -> Iterator[Fault]:
        if not (isinstance(name, str) and is_id(name)):
            return  # the model says so
        path = self._registers / f"{name}.toml"
        if not path.is_file():
            yield Fault(
                ("criteria", "catalogue"),
                N_("no catalogue {name}: there is no file {file}"),
                N_("expected the name of a file in {folder}"),
                {"name": name, "file": f"{REGISTERS}/{name}.toml", "folder": f"{REGISTERS}/"},
            )
            return
        try:
            self.catalogue = load_catalogue(path)
        except ProblemsError as error:
            self.problems = error.problems
        except InputError as error:
            where = error.where or Place(str(path))
            self.problems = (Problem(error.message, where, "", error.params),)


def _own(data: Table, read: Criteria | None) -> Catalogue | None:
    """Return the registers in the criteria file itself, None if some are broken."""
    if read:
        return Catalogue(registers=read.registers, parameters=read.parameters)
    own = {key: data[key] for key in ("register", "parameter") if key in data}
    try:
        return validated(Catalogue, own)
    except ValidationError:
        return None
