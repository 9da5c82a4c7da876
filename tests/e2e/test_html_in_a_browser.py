"""The summary's page in a real Chromium: it sorts, prints and shows without any network."""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from rolcheck import locale
from rolcheck.desk.reporting import summary_of
from rolcheck.reports.blocks import Column, Document, Heading, Note, Table
from rolcheck.reports.exports import exported
from tests.browser import Page, browser, chromium
from tests.unit.reports.towns import drawn, played

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(chromium() is None, reason="NOT TESTED: no Chromium on this machine"),
]

ROWS = (
    ("1", "甲", "2.50", "1/3", "1.10", "2023年10月1日"),
    ("2", "乙", "-", "47/50", "1.9", "2023年6月25日"),
    ("3", "丙", "10", "0/0", "1.2", "-"),
    ("4", "丁", "9.75", "0.9", "1.10", "2023年6月5日"),
)
COLUMNS = (
    Column("rank", "number"),
    Column("name"),
    Column("points", "number"),
    Column("share", "number", "over"),
    Column("id", "id", "over"),
    Column("due", "word"),
)
NAMES = "[...document.querySelectorAll('tbody tr')].map(row => row.cells[1].textContent).join('')"


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with browser() as opened:
        yield opened


@pytest.fixture
def table(page: Page, tmp_path: Path) -> Page:
    """A page with a table in it that wants sorting."""
    locale.set_language("zh")
    document = Document("t", (), (Heading("h"), Table(COLUMNS, ROWS, keys=2), Note("foot")))
    return shown(page, tmp_path, drawn(document, "html"))


def shown(page: Page, folder: Path, text: str) -> Page:
    (folder / "page.html").write_text(text, "utf-8")
    page.open(folder / "page.html")
    return page


def pressed(page: Page, heading: str, times: int = 1) -> str:
    """Press a heading's button, and return the rows' names in their order."""
    for _time in range(times):
        page.run(
            f"[...document.querySelectorAll('thead button')]"
            f".find(one => one.textContent === '{heading}').click()"
        )
    return str(page.run(NAMES))


@pytest.mark.parametrize(
    ("heading", "rising", "falling"),
    [
        ("points", "甲丁丙乙", "丙丁甲乙"),  # as numbers; what has none stands last both ways
        ("share", "甲丁乙丙", "乙丁甲丙"),  # fractions; 0/0 is none
        ("id", "丙乙甲丁", "甲丁乙丙"),  # part by part; equal ones keep their order
        ("due", "丁乙甲丙", "甲乙丁丙"),  # days as people write them
        ("rank", "甲乙丙丁", "丁丙乙甲"),
    ],
)
def test_a_heading_sorts_its_column(table: Page, heading: str, rising: str, falling: str) -> None:
    assert pressed(table, heading) == rising
    assert pressed(table, heading) == falling


def test_what_is_sorted_how_is_told(table: Page) -> None:
    sorted_by = (
        "[...document.querySelectorAll('[aria-sort]')]"
        ".map(one => one.textContent + ' ' + one.ariaSort).join()"
    )
    assert table.run(sorted_by) == ""

    pressed(table, "points")
    assert table.run(sorted_by) == "points ascending"

    pressed(table, "due", times=2)
    assert table.run(sorted_by) == "due descending"


def test_the_keyboard_sorts_too(table: Page) -> None:
    for _heading in COLUMNS[:3]:
        table.press("Tab")
    assert table.run("document.activeElement.textContent") == "points"

    table.press("Enter", "\r")
    assert table.run(NAMES) == "甲丁丙乙"

    table.press(" ", " ")
    assert table.run(NAMES) == "丙丁甲乙"


def test_without_script_the_page_is_whole(page: Page, tmp_path: Path) -> None:
    page.ask("Emulation.setScriptExecutionDisabled", value=True)
    try:
        document = Document("t", (), (Heading("h"), Table(COLUMNS, ROWS, keys=2)))
        shown(page, tmp_path, drawn(document, "html"))

        assert page.run("document.querySelectorAll('button').length") == 0
        assert page.run("document.querySelectorAll('tbody tr').length") == len(ROWS)
    finally:
        page.ask("Emulation.setScriptExecutionDisabled", value=False)


def test_the_page_lets_nothing_else_run(table: Page) -> None:
    table.run(
        "document.body.insertAdjacentHTML('beforeend', '<b onclick=\"window.ran = 1\">x</b>');"
        "document.body.append(Object.assign(document.createElement('script'),"
        " {textContent: 'window.ran = 2'})); document.querySelector('b').click()"
    )

    assert table.run("window.ran === undefined")


@pytest.mark.parametrize(
    ("feature", "value", "ground"),
    [
        ("prefers_color_scheme", "light", "rgb(250, 249, 246)"),
        ("prefers_color_scheme", "dark", "rgb(24, 28, 35)"),
        ("prefers_contrast", "more", "rgb(0, 0, 0)"),
    ],
)
def test_the_page_follows_the_readers_theme(
    table: Page, feature: str, value: str, ground: str
) -> None:
    table.look(800, 600, **{feature: value})

    assert table.run("getComputedStyle(document.body).backgroundColor") == ground


def test_a_long_table_repeats_its_headings_on_every_printed_page(
    page: Page, tmp_path: Path
) -> None:
    once, _pages = _heads(page, tmp_path, rows=2)
    found, pages = _heads(page, tmp_path, rows=400)

    assert pages > 8
    assert found == pages * once


def _heads(page: Page, folder: Path, *, rows: int) -> tuple[int, int]:
    """Return how many texts the heads of a printed table take, and on how many pages it is."""
    columns = tuple(Column(one.title, one.kind) for one in COLUMNS)
    table = Table(columns, (ROWS[0],) * rows, keys=2)
    shown(page, folder, drawn(Document("t", (), (Heading("h"), table)), "html"))
    printed = page.printed()
    page.run("document.querySelectorAll('thead th').forEach(one => one.textContent = '')")
    pages = len(re.findall(rb"/Type /Page\b", printed))
    return _painted(printed) - _painted(page.printed()), pages


def _painted(printed: bytes) -> int:
    """Return how many texts a PDF paints."""
    found = 0
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", printed, re.DOTALL):
        with suppress(zlib.error):  # a font, or a picture
            found += len(re.findall(rb"\bT[jJ]\b", zlib.decompress(stream)))
    return found


def test_the_summary_itself_is_shown_as_it_is(page: Page, tmp_path: Path) -> None:
    locale.set_language("zh")
    text = exported("html", summary_of(played().desk("boss")), detailed=True).decode()
    shown(page, tmp_path, text)

    assert page.run("document.documentElement.scrollWidth <= innerWidth")
    assert page.run("document.querySelectorAll('table.sortable thead button').length") > 10
    assert page.run("document.querySelector('svg rect').getBoundingClientRect().width") > 0
