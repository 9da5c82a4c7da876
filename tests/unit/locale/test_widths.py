"""No text of ours holds a character that takes one cell here and two there."""

import gettext
import unicodedata
from pathlib import Path

import pytest

from rolcheck.tui.marks import MARKS

LOCALE = Path(__file__).parents[3] / "rolcheck" / "locale"

QUOTED = "√×"
"""Written by applicants in their registers, and named where such cells are explained."""


def ambiguous(text: str) -> set[str]:
    found = {character for character in text if unicodedata.east_asian_width(character) == "A"}
    if "α " in text or text.endswith("α"):
        found.discard("α")
    return found - set(QUOTED)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_texts_hold_no_character_of_ambiguous_width(language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES" / "rolcheck.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    texts = {
        text
        for key in catalogue._catalog  # type: ignore[attr-defined]  # the only list of them
        for text in (key if isinstance(key, str) else key[0], catalogue._catalog[key])  # type: ignore[attr-defined]  # likewise
    }

    assert {text: ambiguous(text) for text in texts if ambiguous(text)} == {}


def test_marks_have_one_width_everywhere() -> None:
    assert {unicodedata.east_asian_width(mark.zh) for mark in MARKS.values()} == {"W"}


def test_the_search_finds_what_it_looks_for() -> None:
    assert ambiguous("α=0.8") == {"α"}
    assert ambiguous("1 → 2") == {"→"}
    assert ambiguous("（α 0.81）") == set()
