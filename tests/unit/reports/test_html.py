"""A document as one HTML file: whole, accessible, and harmless whatever stands in it."""

import re
from base64 import b64encode
from collections.abc import Sequence
from fractions import Fraction
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolcheck import locale
from rolcheck.base.wrapping import one_line
from rolcheck.desk.reporting import summary_of
from rolcheck.reports.blocks import (
    Bar,
    Block,
    Chart,
    Column,
    Document,
    Heading,
    Note,
    Paragraph,
    Table,
)
from rolcheck.reports.documents.summary import summary_document
from tests.unit.reports.towns import drawn, played

VOID = {"meta"}
ATTRIBUTES = {
    "aria-labelledby", "charset", "class", "colspan", "content", "data-column", "fill",
    "font-family", "font-size", "font-weight", "height", "http-equiv", "id", "lang", "name",
    "role", "rowspan", "scope", "tabindex", "text-anchor", "viewbox", "width", "x", "xmlns", "y",
}  # fmt: skip
HOSTILE = (
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\" onmouseover=\"x",
    "' style='x", "</title><b>", "<!--", "]]>", "&lt;b&gt;", "&#x3c;", "\x00<svg/onload=x>",
    "</style>", "</desc></svg>", "{{7*7}}", "javascript:x", "\ufffe\uffff", "a\nb",
)  # fmt: skip


class Parsed(HTMLParser):
    """Elements with their attributes, and every text with the element that it stands in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)
            self.texts.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and data.strip():
            self.texts[-1] = (self._open[-1], self.texts[-1][1] + data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of all elements of a name."""
        return [attributes for name, attributes in self.elements if name == tag]

    def said(self, *tags: str) -> list[str]:
        """Return the texts of elements."""
        return [text for tag, text in self.texts if tag in tags]


def document(*blocks: Block) -> Document:
    return Document("t", ("s",), blocks)


def ranking() -> Table:
    return Table(
        columns=(
            Column("rank", "number"),
            Column("name"),
            Column("1", "number", "areas"),
            Column("2", "number", "areas"),
        ),
        rows=(("1", "东岸区", "97", "-"), ("2", "西岸区", "20", "60")),
        keys=2,
        shares=(
            (None, None, Fraction(97, 100), None),
            (None, None, Fraction(1, 5), Fraction(3, 5)),
        ),
    )


def hostile(text: str) -> Document:
    """A document with the same text wherever text can stand."""
    chart = Chart(text, (Bar(text, text, Fraction(1), lead=text, remark=text),))
    table = Table((Column(text), Column(text, "number", text)), ((text, text),) * 2, (text,))
    blocks = (Paragraph(text), Heading(text), chart, table, Paragraph(text), Note(text))
    return Document(text, (text,), blocks)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_stands_in_a_document_becomes_markup(text: str) -> None:
    _is_only_text(text)


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(one_line))
def test_any_text_stays_text(text: str) -> None:
    _is_only_text(text)


def _is_only_text(text: str) -> None:
    plain, page = Parsed(drawn(hostile("x"), "html")), Parsed(drawn(hostile(text), "html"))
    wanted = one_line(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")

    assert [name for name, _ in page.elements if name != "text"] == [
        name for name, _ in plain.elements if name != "text"
    ]  # long lines of a picture are several texts
    assert {name for _, attributes in page.elements for name in attributes} <= ATTRIBUTES
    assert set(page.said("h1", "h2", "p", "td", "th", "caption")) == {wanted}


def test_a_page_needs_nothing_but_itself() -> None:
    page = drawn(summary_document(summary_of(played().desk("boss")), detailed=True), "html")

    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|\bsrc=|\bhref=|@import|url\(", page)


def test_only_the_pages_own_style_and_script_are_allowed() -> None:
    page = drawn(document(), "html")
    (policy,) = [m["content"] or "" for m in Parsed(page).all("meta") if "http-equiv" in m]

    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        inside = page[page.index(f"<{tag}>") + len(tag) + 2 : page.index(f"</{tag}>")]
        hashed = b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{hashed}'" in policy


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_a_page_says_its_language(lang: locale.Language, tag: str) -> None:
    locale.set_language(lang)

    assert Parsed(drawn(document(), "html")).all("html") == [{"lang": tag}]


def test_headings_come_in_order_and_name_their_sections() -> None:
    page = Parsed(drawn(summary_document(summary_of(played().desk("boss"))), "html"))
    names = [one["aria-labelledby"] for one in page.all("section")]

    assert [tag for tag, _ in page.elements if tag in ("h1", "h2")][:2] == ["h1", "h2"]
    assert len(page.all("h1")) == 1
    assert names == [one["id"] for one in page.all("h2")]
    landmarks = [tag for tag, _ in page.elements if tag in ("header", "main", "footer")]
    assert landmarks == ["header", "main", "footer"]


def test_ids_stand_once_and_what_refers_to_one_finds_it() -> None:
    page = Parsed(drawn(summary_document(summary_of(played().desk("boss")), detailed=True), "html"))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    named = [
        name
        for _, attributes in page.elements
        for name in (attributes.get("aria-labelledby") or "").split()
    ]

    assert len(ids) == len(set(ids))
    assert set(named) <= set(ids)


def test_headings_of_tables_say_what_they_head() -> None:
    page = Parsed(drawn(document(Heading("Ranking"), ranking()), "html"))

    assert page.said("caption") == ["Ranking"]
    assert [
        (one.get("scope"), one.get("rowspan"), one.get("colspan")) for one in page.all("th")
    ] == [
        ("col", "2", None),
        ("col", "2", None),
        ("colgroup", None, "2"),
        ("col", None, None),
        ("col", None, None),
        ("row", None, None),
        ("row", None, None),
    ]
    assert page.said("th")[-2:] == ["东岸区", "西岸区"]
    sortable = [one["data-column"] for one in page.all("th") if "data-column" in one]
    assert sortable == ["0", "1", "2", "3"]


def test_a_document_without_headings_is_drawn_all_the_same() -> None:
    page = Parsed(drawn(document(ranking(), ranking()), "html"))

    assert page.said("caption") == ["t", "t"]
    assert len({one["id"] for one in page.all("caption")}) == 2


def test_shares_are_shaded_by_their_exact_class_and_written_out() -> None:
    cells = Parsed(drawn(document(Heading("h"), ranking()), "html")).all("td")

    assert [one["class"] for one in cells] == [
        "number short",
        "number short heat heat-0",
        "number short none",
        "number short",
        "number short heat heat-5",
        "number short heat heat-3",
    ]


@pytest.mark.parametrize(("columns", "wide"), [(4, False), (30, True)])
def test_a_table_too_wide_for_a_page_is_printed_across_it(columns: int, wide: bool) -> None:
    table = Table(tuple(Column(f"c{n}", "number") for n in range(columns)), (("100",) * columns,))
    (section,) = Parsed(drawn(document(Heading("h"), table), "html")).all("section")

    assert (section.get("class") == "wide") is wide


def test_hashes_stand_in_the_footer() -> None:
    page = drawn(summary_document(summary_of(played().desk("boss"))), "html")
    footer = page[page.index("<footer>") :]
    said = Parsed(footer.partition("<script>")[0]).said("p")

    assert ["SHA-256" in said[0], "ledger" in said[1], "seal" in said[2]] == [True] * 3


def test_a_chart_says_in_words_what_it_shows() -> None:
    strip = ("1", "2")
    bars = (Bar("东岸区", "91.20", Fraction(9, 10), lead="1", shares=(Fraction(1), None)),)
    page = Parsed(drawn(document(Heading("h"), Chart("totals", bars, strip, "areas")), "html"))
    (picture,) = page.all("svg")

    assert picture["role"] == "img"
    assert page.said("title")[1:] == ["totals"]
    assert page.said("desc") == ["totals, 1 东岸区 91.20 (1 100 2 -)"]


def test_every_shade_and_text_of_a_chart_follows_the_theme() -> None:
    page = drawn(summary_document(summary_of(played().desk("boss"))), "html")
    tones = {
        tone or ""
        for tag, attributes in Parsed(page).elements
        if tag in ("rect", "text")
        for tone in [attributes["class"]]
    }

    assert {
        tone for tone in tones if f"svg .{tone} {{ fill: var(--{tone}); }}" not in page
    } == set()


def _numbers(values: Sequence[str]) -> Table:
    return Table((Column("n", "number"),), tuple((value,) for value in values))


def test_a_table_of_one_row_is_not_offered_for_sorting() -> None:
    one = Parsed(drawn(document(Heading("h"), _numbers(["1"])), "html"))
    two = Parsed(drawn(document(Heading("h"), _numbers(["1", "2"])), "html"))

    assert [table.get("class") for table in (*one.all("table"), *two.all("table"))] == [
        None,
        "sortable",
    ]
