"""The catalogues say everything that the program says, and say it properly."""

import re
import string
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

import rolcheck
from rolcheck.locale import LANGUAGES

PACKAGE = Path(rolcheck.__file__).parent
FOLDERS = ("zh_CN", "en")
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "ngettext": (1, 2)}
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?]|[\u4e00-\u9fff]\.(?=\s|$)")
ADVICE = "run `make messages`, translate what is new, run it again"


def source(folder: str) -> Path:
    return PACKAGE / "locale" / folder / "LC_MESSAGES" / "rolcheck.po"


@cache
def written(folder: str) -> Catalog:
    with source(folder).open("rb") as file:
        return read_po(file)


def said(catalog: Catalog) -> dict[object, object]:
    """Return what the catalogue translates; what it leaves open counts as not there."""
    return {
        frozen(entry.id): frozen(entry.string)
        for entry in catalog
        if entry.id and any(text for _, text in forms(entry))
    }


def ids(catalog: Catalog) -> set[object]:
    return {frozen(entry.id) for entry in catalog if entry.id}


def frozen(text: object) -> object:
    """Return a plural's forms as a tuple: Babel's readers differ in that."""
    return tuple(text) if isinstance(text, list) else text


def forms(entry: Message) -> Iterator[tuple[str, str]]:
    """Yield each translated form with the id that it translates."""
    ids = (entry.id,) if isinstance(entry.id, str) else tuple(entry.id)
    texts = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
    for text in texts:
        yield ids[-1], text


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@cache
def collected() -> frozenset[object]:
    """Every id in the sources, read anew."""
    mapping = [("**.py", "python")]
    found = extract_from_dir(PACKAGE, mapping, keywords=KEYWORDS)
    return frozenset(message for _, _, message, _, _ in found)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_catalogue_holds_the_ids_of_the_sources_and_no_others(folder: str) -> None:
    known = ids(written(folder))

    assert collected() - known == set(), ADVICE
    assert known - collected() == set(), ADVICE


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_compiled_catalogue_is_what_its_source_compiles_to(folder: str) -> None:
    compiled = BytesIO()
    write_mo(compiled, written(folder))
    compiled.seek(0)

    with source(folder).with_suffix(".mo").open("rb") as file:
        assert said(read_mo(file)) == said(read_mo(compiled)), "run `make messages`"


def test_every_message_has_a_chinese_translation() -> None:
    missing = [
        entry.id
        for entry in written("zh_CN")
        if entry.id and not all(text.strip() for _, text in forms(entry))
    ]

    assert missing == [], ADVICE


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_translation_is_a_guess(folder: str) -> None:
    assert [entry.id for entry in written(folder) if entry.id and entry.fuzzy] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_translation_fills_in_the_same_values(folder: str) -> None:
    wrong = [
        (english, text)
        for entry in written(folder)
        if entry.id
        for english, text in forms(entry)
        if text and placeholders(text) != placeholders(english)
    ]

    assert wrong == []


def test_chinese_is_followed_by_full_width_punctuation() -> None:
    narrow = [
        text
        for entry in written("zh_CN")
        if entry.id
        for _, text in forms(entry)
        if HALF_WIDTH.search(text)
    ]

    assert narrow == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("不是数字: {value}", True),
        ("没有该材料, 请核对", True),
        ("没有该材料.", True),
        ("{name}: 无法读取", False),
        ("见 campaign.toml，第 {line} 行", False),
        ("第3.2项", False),
    ],
)
def test_the_check_of_punctuation_tells_narrow_from_wide(text: str, wrong: bool) -> None:
    assert bool(HALF_WIDTH.search(text)) is wrong


def test_there_is_one_folder_a_language() -> None:
    folders = {path.parent.parent.name for path in (PACKAGE / "locale").glob("*/*/rolcheck.po")}

    assert folders == set(FOLDERS)
    assert len(folders) == len(LANGUAGES)
