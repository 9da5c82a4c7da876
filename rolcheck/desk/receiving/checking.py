"""Every problem of criteria, campaigns and submissions, found without a ledger."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rolcheck.base.errors import InputError, ProblemsError
from rolcheck.base.files import read_text
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.base.toml import parse_toml
from rolcheck.campaign.loader import CAMPAIGN, load_campaign
from rolcheck.criteria.loader import REGISTERS, find_criteria, load_catalogue, load_criteria
from rolcheck.criteria.model import Criteria
from rolcheck.desk.receiving.manifests import manifest_problems
from rolcheck.desk.receiving.registers import register_problems
from rolcheck.submission.loader import (
    MANIFEST,
    SubmissionFolder,
    file_problems,
    load_submission,
)


def check(paths: Sequence[Path]) -> tuple[Problem, ...]:
    """Return every problem of what stands at `paths`, in the order of files and lines.

    Args:
        paths: Criteria files, register catalogues, folders of a campaign or of a submission,
            or folders that hold such.
    """
    found: dict[tuple[str, Place], Problem] = {}
    for path in paths:
        for problem in _guarded(_inside(path)):
            found.setdefault((str(problem), problem.where), problem)
    return tuple(sorted(found.values(), key=lambda problem: problem.where.order))


def _guarded(problems: Iterator[Problem]) -> Iterator[Problem]:
    """Yield the problems, and those for which the looking stops."""
    try:
        yield from problems
    except ProblemsError as error:
        yield from error.problems
    except InputError as error:
        where = error.where or Place("-")
        yield Problem(error.message, where, error.hint, error.params)


def _inside(path: Path) -> Iterator[Problem]:
    if path.name in (CAMPAIGN, MANIFEST):
        path = path.parent
    if path.is_file():
        if path.parent.name == REGISTERS:
            load_catalogue(path)
        else:
            load_criteria(path)
    elif (path / CAMPAIGN).is_file():
        yield from _campaign(path)
    elif (path / MANIFEST).is_file():
        yield from _alone(path)
    else:
        yield from _holding(path)


def _holding(path: Path) -> Iterator[Problem]:
    """Check what a folder holds: criteria files and catalogues, or campaigns."""
    files = sorted(path.glob("*.toml")) + sorted((path / REGISTERS).glob("*.toml"))
    folders = sorted(file.parent for file in path.glob(f"*/{CAMPAIGN}"))
    if not files and not folders:
        raise InputError(
            N_("nothing to check here"),
            where=Place(str(path)),
            hint=N_("name a criteria file, or the folder of a campaign or a submission"),
        )
    for one in (*files, *folders):
        yield from _guarded(_inside(one))


def _campaign(folder: Path) -> Iterator[Problem]:
    try:
        campaign = load_campaign(folder)
    except ProblemsError as error:
        yield from error.problems
        yield from _parts(folder)
        return
    yield from campaign.broken
    for submission in campaign.submissions.values():
        yield from _submission(submission, campaign.criteria.criteria)


def _parts(folder: Path) -> Iterator[Problem]:
    """Check the parts of a campaign whose settings or criteria have faults."""
    criteria = None
    try:
        criteria = load_criteria(_criteria_of(folder)).criteria
    except ProblemsError as error:
        yield from error.problems
    except InputError:
        pass  # not to be found: the campaign's problems say so
    for manifest in sorted(folder.glob(f"*/{MANIFEST}")):
        yield from _guarded(_submission_at(manifest.parent, criteria))


def _criteria_of(folder: Path) -> Path:
    path = folder / CAMPAIGN
    match parse_toml(path, read_text(path)):
        case {"campaign": {"criteria": str(name)}}:
            return find_criteria(name, folder)
        case _:
            raise InputError(N_("the campaign names no criteria"))


def _alone(folder: Path) -> Iterator[Problem]:
    """Check a submission by the criteria of the campaign that it stands in, if it does."""
    criteria = None
    if (folder.parent / CAMPAIGN).is_file():
        criteria = load_campaign(folder.parent).criteria.criteria
    yield from _submission_at(folder, criteria)


def _submission_at(folder: Path, criteria: Criteria | None) -> Iterator[Problem]:
    yield from _submission(load_submission(folder), criteria)


def _submission(submission: SubmissionFolder, criteria: Criteria | None) -> Iterator[Problem]:
    yield from file_problems(submission)
    if criteria is not None:
        yield from manifest_problems(submission, criteria)
        yield from register_problems(submission, criteria)
