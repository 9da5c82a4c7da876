"""Criteria sets as command lines name them."""

from pathlib import Path

from rolcheck.cli.context import Context
from rolcheck.criteria.loader import CriteriaFile, find_criteria, load_criteria


def named_criteria(context: Context, name: str) -> CriteriaFile:
    """Return the set of a file that is named, or of an id.

    Raises:
        InputError: There is none, or it has faults.
    """
    path = Path(name)
    if path.suffix != ".toml":
        path = find_criteria(name, context.folder or Path())
    return load_criteria(path)
