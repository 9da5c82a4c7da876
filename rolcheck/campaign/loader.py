"""Reads a campaign folder: settings, criteria, and what the applicants handed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rolcheck.base.errors import InputError, ProblemsError
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.base.toml import Fault, TomlFile, problems_of, read_model
from rolcheck.campaign.faults import faults, faults_with
from rolcheck.campaign.settings import Settings
from rolcheck.criteria.loader import CriteriaFile, find_criteria, load_criteria
from rolcheck.submission.loader import MANIFEST, SubmissionFolder, load_submission

CAMPAIGN = "campaign.toml"


@dataclass(frozen=True, slots=True)
class Campaign:
    """What a campaign's files say now.

    Attributes:
        folder: Where campaign.toml stands.
        file: campaign.toml.
        criteria: The criteria set that it names.
        submissions: By id, in the order of their folders' names.
        broken: The problems of submissions that could not be read, which are left out.
    """

    folder: Path
    file: TomlFile[Settings]
    criteria: CriteriaFile
    submissions: Mapping[str, SubmissionFolder]
    broken: tuple[Problem, ...]

    @property
    def settings(self) -> Settings:
        """campaign.toml as a model."""
        return self.file.model


def load_campaign(folder: Path) -> Campaign:
    """Read everything of a campaign but evidence and registers.

    Raises:
        ProblemsError: campaign.toml or the criteria have faults; all of both are named.
        InputError: A file is missing.
    """
    file = read_model(folder / CAMPAIGN, Settings, faults)
    criteria = _criteria(folder, file)
    submissions, broken = _submissions(folder)
    known = submissions if not broken else _everybody(file.model, submissions)
    late = problems_of(file, faults_with(file.model, criteria.criteria, tuple(known)))
    if late:
        raise ProblemsError(late)
    return Campaign(folder, file, criteria, submissions, broken)


def _everybody(settings: Settings, known: Mapping[str, SubmissionFolder]) -> set[str]:
    """Return the submissions known and those named, since a broken one may be among these."""
    return {*known, *(person.submission for person in settings.reviewers)}


def _criteria(folder: Path, file: TomlFile[Settings]) -> CriteriaFile:
    name = file.model.campaign.criteria
    try:
        path = find_criteria(name, folder)
    except InputError as error:
        fault = Fault(("campaign", "criteria"), error.message, error.hint, error.params)
        raise ProblemsError(problems_of(file, [fault])) from error
    return load_criteria(path)


def _submissions(folder: Path) -> tuple[dict[str, SubmissionFolder], tuple[Problem, ...]]:
    found: dict[str, SubmissionFolder] = {}
    broken: list[Problem] = []
    for path in sorted(folder.glob(f"*/{MANIFEST}")):
        try:
            loaded = load_submission(path.parent)
        except ProblemsError as error:
            broken += error.problems
            continue
        except InputError as error:
            broken.append(Problem(error.message, error.where or Place(str(path)), "", error.params))
            continue
        name = loaded.manifest.submission.id
        double = next((one for one in found if one.casefold() == name.casefold()), None)
        if double is None:
            found[name] = loaded
            continue
        fault = Fault(
            ("submission", "id"),
            N_("'{name}' is the id of {other} too"),
            N_("expected an id of its own, without regard to case"),
            {"name": name, "other": str(found[double].file.path)},
        )
        broken += problems_of(loaded.file, [fault])
    return found, tuple(broken)
