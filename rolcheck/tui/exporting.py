"""Writing into a file: asking for it, and a summary in the format that its name asks for."""

from collections.abc import Mapping
from pathlib import Path

from textual.app import App

from rolcheck.base.errors import InputError
from rolcheck.base.files import write_atomic
from rolcheck.base.messages import N_
from rolcheck.locale import _
from rolcheck.reports.exports import SUFFIXES, exported
from rolcheck.reports.model import Summary
from rolcheck.tui.screens.prompt import Prompt, Question

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


async def wanted_file(app: App[None], title: str, explanation: str, proposed: Path) -> Path | None:
    """Ask for a file to write; None where none is wanted, or one that is there is to stay."""
    prompt = Prompt(title, explanation, text=str(proposed))
    answer: str | None = await app.push_screen_wait(prompt)
    if answer is None:
        return None
    path = Path(" ".join(answer.split("\n"))).expanduser()
    if path.is_file():
        question = Question(_("this file is there already; replace it?"), str(path))
        replace: bool = await app.push_screen_wait(question)
        return path if replace else None
    return path
