"""The whole job as text: a campaign loaded, checked, summed up and reported."""

from io import BytesIO
from pathlib import Path

from rolcheck.base.files import write_atomic
from rolcheck.campaign.settings import Settings
from rolcheck.cli.context import Context
from rolcheck.cli.failures import problem_text
from rolcheck.cli.output import json_text
from rolcheck.desk.checking import check
from rolcheck.desk.reporting import summary_of
from rolcheck.locale import _, ngettext
from rolcheck.reports.documents.sheet import sheet_document
from rolcheck.reports.documents.summary import summary_document
from rolcheck.reports.model import Summary
from rolcheck.reports.summary_json import summary_json
from rolcheck.reports.writers import writer

REPORTS = "reports"
SUFFIXES = {"text": ".txt", "md": ".md", "json": ".json", "csv": ".csv"}


def walk(context: Context) -> None:
    """Check the campaign, print its summary, and write the reports beside it."""
    folder = context.campaign_folder
    problems = check((folder,))
    for problem in problems:
        context.note(problem_text(problem))
    said = ngettext("checked: {n} problem", "checked: {n} problems", len(problems))
    context.note(said.format(n=len(problems)))
    if not context.who:
        context.who = coordinator_of(context.desk.campaign.settings)
        del context.desk  # opened anew, by the person
        context.note(_("as {who}, who sees everything").format(who=context.who))
    summary = summary_of(context.reading())
    context.output(drawn(summary, "text").decode(), None)
    for form, suffix in SUFFIXES.items():
        path = folder / REPORTS / f"summary{suffix}"
        _write(path, drawn(summary, form))
        context.note(_("written: {file}").format(file=path))


def coordinator_of(settings: Settings) -> str:
    """Return the first coordinator's id; empty if there is none."""
    found = (person.id for person in settings.reviewers if "coordinator" in person.roles)
    return next(found, "")


def drawn(summary: Summary, form: str) -> bytes:
    """Return the summary in one of the formats."""
    if form == "json":
        return json_text(summary_json(summary)).encode()
    target = BytesIO()
    sheet = form == "csv"
    writer(form).write(sheet_document(summary) if sheet else summary_document(summary), target)
    return target.getvalue()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, data)
