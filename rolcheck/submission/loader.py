"""Reads what an applicant handed in: the manifest, and the hash of every file it names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from rolcheck.base.canon import sha256_hex
from rolcheck.base.errors import InputError
from rolcheck.base.files import inside, read_bytes
from rolcheck.base.messages import N_
from rolcheck.base.problems import Problem
from rolcheck.base.toml import Fault, TomlFile, problems_of, read_model
from rolcheck.submission.manifest import Manifest, faults

MANIFEST = "submission.toml"

FileState = Literal["there", "empty", "changed", "gone"]
"""How a file is now: as received, without content, not as received, never to be read."""


@dataclass(frozen=True, slots=True)
class SubmissionFolder:
    """One applicant's folder and the manifest in it."""

    folder: Path
    file: TomlFile[Manifest]

    @property
    def manifest(self) -> Manifest:
        """The manifest as the file has it now."""
        return self.file.model


def load_submission(folder: Path) -> SubmissionFolder:
    """Read the manifest of one folder.

    Raises:
        ProblemsError: The manifest has faults; all of them are named.
    """
    return SubmissionFolder(folder, read_model(folder / MANIFEST, Manifest, faults))


def hash_files(submission: SubmissionFolder) -> dict[str, str]:
    """Return the SHA-256 of the manifest and of every file it names, by path in the folder.

    Raises:
        InputError: A file is missing, unreadable, or outside the folder.
    """
    named = [piece.file for piece in submission.manifest.evidence]
    named += [register.file for register in submission.manifest.registers]
    return {
        name: sha256_hex(read_bytes(inside(submission.folder, name)))
        for name in dict.fromkeys([MANIFEST, *named])
    }


def differing_files(submission: SubmissionFolder, received: Mapping[str, str]) -> tuple[str, ...]:
    """Return the files of a submission that are not as received: changed, new or gone.

    Args:
        submission: The folder as it is now.
        received: The hashes of the last receipt, by path in the folder.
    """
    named = [MANIFEST, *(piece.file for piece in submission.manifest.evidence)]
    named += [register.file for register in submission.manifest.registers]
    return tuple(
        name
        for name in dict.fromkeys([*named, *received])
        if received.get(name) != _hash_now(submission.folder / name)
    )


def _hash_now(path: Path) -> str:
    try:
        seen = path.stat()
    except OSError:
        return ""
    return _hash_of(path, seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=20_000)
def _hash_of(path: Path, changed_ns: int, size: int) -> str:
    """Return the hash of a file; asked again only when its time or size changed."""
    try:
        return sha256_hex(read_bytes(path))
    except InputError:
        return ""


def file_problems(submission: SubmissionFolder) -> Iterator[Problem]:
    """Yield a problem for every file that the manifest names and that cannot be read."""
    manifest = submission.manifest
    places: list[tuple[tuple[str | int, ...], str]] = [
        (("evidence", index, "file"), piece.file) for index, piece in enumerate(manifest.evidence)
    ]
    places += [
        (("register", index, "file"), register.file)
        for index, register in enumerate(manifest.registers)
    ]
    missing = []
    for loc, name in places:
        try:
            path = inside(submission.folder, name)
        except InputError as error:
            missing.append(Fault(loc, error.message, error.hint, error.params))
            continue
        if not path.is_file():
            missing.append(
                Fault(
                    loc,
                    N_("no file '{name}' in the folder"),
                    N_("expected a file inside the submission's folder"),
                    {"name": name},
                )
            )
    yield from problems_of(submission.file, missing)


def file_states(submission: SubmissionFolder, received: Mapping[str, str]) -> dict[str, FileState]:
    """Return how every file of the evidence is now, by path in the folder.

    Args:
        submission: The folder as it is now.
        received: The hashes of the last receipt; empty where nothing was received.
    """
    named = (*received, *(piece.file for piece in submission.manifest.evidence))
    return {name: _state(submission.folder, name, received) for name in dict.fromkeys(named)}


def _state(folder: Path, name: str, received: Mapping[str, str]) -> FileState:
    try:
        path = inside(folder, name)
        size = path.stat().st_size
    except (InputError, OSError):
        return "changed" if name in received else "gone"
    now = _hash_now(path)
    if received and received.get(name) != now:
        return "changed"
    if not now:
        return "gone"
    return "there" if size else "empty"
