"""`schema`: the JSON Schema of a file, for editors and for readers of the summary."""

import json
from pathlib import Path

import click
from pydantic import BaseModel

from rolcheck.base.messages import N_
from rolcheck.base.models import json_schema
from rolcheck.campaign.settings import Settings
from rolcheck.cli.context import Context
from rolcheck.cli.parsing import as_command
from rolcheck.criteria.model import Criteria
from rolcheck.submission.manifest import Manifest

MODELS: dict[str, type[BaseModel]] = {
    "criteria": Criteria,
    "campaign": Settings,
    "submission": Manifest,
}
NAMES = (*MODELS, "summary")
SUMMARY = Path(__file__).parent.parent / "summary.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


@as_command(
    details=N_(
        "Editors complete and check TOML files with it; summary is that of summary --format json."
    ),
    examples=("rolcheck schema campaign > campaign.schema.json",),
)
@click.argument("name", type=click.Choice(NAMES), metavar="|".join(NAMES))
@click.pass_obj
def command(context: Context, name: str) -> None:
    """Print a schema."""
    if name == "summary":
        context.json(json.loads(SUMMARY.read_text("utf-8")))
        return
    context.json({"$schema": DIALECT, **json_schema(MODELS[name])})
