"""Documents as one HTML file that needs nothing else: no network, no font, no other file."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, assert_never

from rolcheck.base.colours import ThemeName, palette
from rolcheck.locale import language
from rolcheck.reports.blocks import Block, Chart, Document, Heading, Note, Paragraph, Table
from rolcheck.reports.writers import WIDTH
from rolcheck.reports.writers.charts import chart_picture
from rolcheck.reports.writers.grids import grid, is_wide
from rolcheck.reports.writers.markup import Markup, element, joined, opening

SUFFIX = ".html"
LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}
CHART_WIDTH = 116
_FOLDER = Path(__file__).parent / "page"


def write(document: Document, target: BinaryIO, *, width: int = WIDTH) -> None:
    """Write `document` as UTF-8; `width` is not looked at."""
    target.write(_page(document).encode())


def _page(document: Document) -> str:
    head = [element("h1", document.title), *(element("p", one) for one in document.subtitle)]
    body = [
        element("header", joined(*head, between="\n")),
        element("main", Markup("\n"), joined(*_sections(document), between="\n"), Markup("\n")),
        element("footer", joined(*(_note(note) for note in document.foot), between="\n")),
        element("script", _script()),
    ]
    return "\n".join(
        [
            "<!doctype html>",
            opening("html", lang=LANGUAGE_TAGS[language()]),
            _head(document),
            element("body", Markup("\n"), joined(*body, between="\n"), Markup("\n")),
            "</html>\n",
        ]
    )


def _head(document: Document) -> Markup:
    title = " - ".join((document.title, *document.subtitle))
    pieces = (
        opening("meta", charset="utf-8"),
        opening("meta", http_equiv="Content-Security-Policy", content=_policy()),
        opening("meta", name="viewport", content="width=device-width, initial-scale=1"),
        opening("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", _style()),
    )
    return element("head", Markup("\n"), joined(*pieces, between="\n"), Markup("\n"))


def _sections(document: Document) -> Iterator[Markup]:
    first, *others = document.sections
    for number, block in enumerate(first, 1):
        yield _block(block, document.title, f"top-{number}")
    for number, blocks in enumerate(others, 1):
        yield _section(blocks, f"section-{number}")


def _section(blocks: Sequence[Block], name: str) -> Markup:
    heading, *others = blocks
    assert isinstance(heading, Heading)
    drawn = [
        _block(block, heading.text, f"{name}-{number}") for number, block in enumerate(others, 1)
    ]
    wide = any(isinstance(block, Table) and is_wide(block) for block in others)
    return element(
        "section",
        Markup("\n"),
        joined(element("h2", heading.text, id=name), *drawn, between="\n"),
        Markup("\n"),
        class_="wide" if wide else None,
        aria_labelledby=name,
    )


def _block(block: Block, heading: str, name: str) -> Markup:
    match block:
        case Heading(text):
            return element("h2", text)
        case Paragraph(text):
            return element("p", text)
        case Note():
            return _note(block)
        case Table():
            return grid(block, heading, name)
        case Chart():
            return element("figure", chart_picture(block, CHART_WIDTH, name))
        case _:
            assert_never(block)


def _note(note: Note) -> Markup:
    return element("p", note.text, class_="note")


@cache
def _style() -> Markup:
    """Return the style sheet: the palettes, the classes made of them, and the page's rules."""
    shades = [f"heat-{number}" for number in range(6)]
    fills = [*shades, *(f"{one}-fg" for one in shades), "fg", "muted", "dim", "bar", "panel"]
    return Markup(
        "\n".join(
            (
                "",
                _variables("light"),
                f"@media screen and (prefers-color-scheme: dark) {{ {_variables('dark')} }}",
                f"@media screen and (prefers-contrast: more) {{ {_variables('contrast')} }}",
                *(f"svg .{one} {{ fill: var(--{one}); }}" for one in fills),
                *(
                    f"td.{one} {{ background: var(--{one}); color: var(--{one}-fg); }}"
                    for one in shades
                ),
                (_FOLDER / "page.css").read_text("utf-8"),
            )
        )
    )


def _variables(theme: ThemeName) -> str:
    named = " ".join(f"--{token}: {colour};" for token, colour in palette(theme).items())
    return f":root {{ {named} }}"


@cache
def _script() -> Markup:
    return Markup("\n" + (_FOLDER / "sort.js").read_text("utf-8"))


def _policy() -> str:
    """Return what the page may do: use its own style and script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(_style())}'; script-src '{_hash(_script())}';"
        " base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
