"""Pages of help, one text file a topic and language; nothing here is data of a campaign."""

from collections.abc import Mapping
from pathlib import Path

from rolcheck.base.messages import N_
from rolcheck.locale import Language

TOPICS: Mapping[str, str] = {
    "begin": N_("the first steps of a coordinator, a reviewer, an arbiter, a responsible unit"),
    "values": N_("how a value is written for every kind of rule"),
    "rounds": N_("the four rounds: what each does, what blocks its closing, what comes back"),
    "numbers": N_("how scores become totals, and how to check one"),
    "record": N_("the ledger: what is kept, heads, verifying, blind rounds"),
    "keys": N_("the keys of the app, and how to put them elsewhere"),
    "settings": N_("files, variables of the environment, exit statuses"),
}
"""By name: the one line that says what the page is about."""


def page(topic: str, language: Language) -> str:
    """Return a page in a language: paragraphs one line each, verbatim lines indented."""
    return (Path(__file__).parent / language / f"{topic}.txt").read_text(encoding="utf-8")
