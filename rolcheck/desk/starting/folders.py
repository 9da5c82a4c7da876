"""A new campaign's folder: from the templates, or after an earlier campaign."""

import re
import shutil
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from string import Template

from rolcheck.base.errors import InputError
from rolcheck.base.files import read_text, write_atomic
from rolcheck.base.ids import is_id
from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.base.places import Place
from rolcheck.campaign.loader import CAMPAIGN, load_campaign
from rolcheck.criteria.loader import FOLDER, REGISTERS, CriteriaFile, find_criteria, load_criteria
from rolcheck.locale import Language, _
from rolcheck.submission.loader import MANIFEST

TEMPLATES = Path(__file__).parent / "templates"
EXAMPLE = "example"
DATES = ("opens", "due", "closes")


def begin(folder: Path, criteria: str, today: date, language: Language) -> Path:
    """Make a commented campaign with one example submission, and return its campaign.toml.

    Raises:
        InputError: There is a campaign already, or no criteria set of that name.
    """
    found = load_criteria(_found(criteria, folder))
    _must_be_free(folder)
    first = found.criteria.base[0]
    words = {
        "id": _id_of(folder),
        "criteria": found.criteria.id,
        "start": f"{today.year - 1}-01-01",
        "end": f"{today.year - 1}-12-31",
        "indicator": first.id,
        "points": decimal_text(first.full),
        **{f"day{days}": _iso(today, days) for days in (0, 10, 11, 30, 31, 45, 46, 50)},
    }
    example = folder / EXAMPLE
    (example / "evidence").mkdir(parents=True)
    _write(example / MANIFEST, f"submission.{language}.toml", words)
    evidence = f"# {first.title_in(language)}\n\n{first.guidance}\n"
    write_atomic(example / "evidence" / "example.md", evidence.encode())
    _bring_criteria(found, folder)
    _write(folder / CAMPAIGN, f"campaign.{language}.toml", words)
    return folder / CAMPAIGN


def begin_after(last: Path, folder: Path) -> Path:
    """Make a campaign with the settings of an earlier one; what wants editing is marked.

    Raises:
        InputError: There is a campaign already, or no usable one to begin after.
    """
    import tomlkit

    campaign = load_campaign(last)
    _must_be_free(folder)
    document = tomlkit.parse(read_text(last / CAMPAIGN))
    mark = _("edit this")
    about = document["campaign"]
    about["id"] = _id_of(folder)
    for key in ("id", "title", "batch", "period"):
        if key in about:
            about[key].comment(mark)
    for plan in document["round"]:
        for key in DATES:
            if key in plan:
                plan[key].comment(mark)
    folder.mkdir(parents=True, exist_ok=True)
    _bring_criteria(campaign.criteria, folder)
    write_atomic(folder / CAMPAIGN, tomlkit.dumps(document).encode())
    return folder / CAMPAIGN


def next_folder(last: Path) -> Path:
    """Return where the campaign after `last` goes: beside it, the year in its name one later."""
    name = last.resolve().name
    year = re.search(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", name)
    if year is None:
        return last.resolve().with_name(f"{name}-next")
    later = f"{name[: year.start()]}{int(year[0]) + 1}{name[year.end() :]}"
    return last.resolve().with_name(later)


def _found(criteria: str, folder: Path) -> Path:
    try:
        return find_criteria(criteria, folder)
    except InputError:
        return find_criteria(criteria, Path())


def _must_be_free(folder: Path) -> None:
    if (folder / CAMPAIGN).exists():
        raise InputError(N_("there is a campaign already"), where=Place(str(folder / CAMPAIGN)))


def _bring_criteria(found: CriteriaFile, folder: Path) -> None:
    """Copy the criteria into the folder where a campaign there would not find them."""
    try:
        if find_criteria(found.path.stem, folder).resolve() == found.path.resolve():
            return
    except InputError:
        pass
    (folder / FOLDER / REGISTERS).mkdir(parents=True, exist_ok=True)
    shutil.copy(found.path, folder / FOLDER)
    if found.catalogue_path:
        shutil.copy(found.catalogue_path, folder / FOLDER / REGISTERS)


def _write(path: Path, template: str, words: Mapping[str, str]) -> None:
    text = Template((TEMPLATES / template).read_text("utf-8")).substitute(words)
    write_atomic(path, text.encode())


def _id_of(folder: Path) -> str:
    name = folder.resolve().name
    return name if is_id(name) else "campaign"


def _iso(today: date, days: int) -> str:
    return (today + timedelta(days=days)).isoformat()
