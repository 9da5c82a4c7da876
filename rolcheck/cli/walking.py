"""The whole job as text: a campaign loaded, checked, summed up and reported."""

from pathlib import Path

from rolcheck.base.files import write_atomic
from rolcheck.campaign.settings import Settings
from rolcheck.cli.context import Context
from rolcheck.cli.failures import problem_text
from rolcheck.desk.receiving.checking import check
from rolcheck.desk.reporting import summary_of
from rolcheck.locale import _, ngettext
from rolcheck.reports.exports import SUFFIXES, exported

REPORTS = "reports"
FORMS = ("text", "md", "html", "svg", "json", "csv")  # which need no extra


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
    context.output(exported("text", summary).decode(), None)
    for form in FORMS:
        path = folder / REPORTS / f"summary{SUFFIXES[form]}"
        _write(path, exported(form, summary))
        context.note(_("written: {file}").format(file=path))


def coordinator_of(settings: Settings) -> str:
    """Return the first coordinator's id; empty if there is none."""
    found = (person.id for person in settings.reviewers if "coordinator" in person.roles)
    return next(found, "")


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, data)
