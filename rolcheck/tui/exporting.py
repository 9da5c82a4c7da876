"""Writing a summary into a file, in the format that its name asks for."""

from collections.abc import Mapping
from pathlib import Path

from rolcheck.base.errors import InputError
from rolcheck.base.files import write_atomic
from rolcheck.base.messages import N_
from rolcheck.reports.exports import SUFFIXES, exported
from rolcheck.reports.model import Summary

FORMATS: Mapping[str, str] = {suffix: form for form, suffix in SUFFIXES.items()}


def export(summary: Summary, path: Path, *, detailed: bool = False) -> None:
    """Write `summary` whole, or not at all; a file that stood there is replaced.

    Args:
        summary: What is written.
        path: Where; its suffix says in which format.
        detailed: Whether formats to read list groups and indicators too.

    Raises:
        InputError: The suffix names no format, or the file cannot be written.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise InputError(
            N_("the end of the file's name says no format: {name}"),
            hint=N_("use {known}"),
            name=path.name,
            known=", ".join(FORMATS),
        )
    write_atomic(path, exported(form, summary, detailed=detailed))
