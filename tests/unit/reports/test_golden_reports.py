"""The reports of the small campaign, whole, in both languages; `make golden` writes them anew."""

import json
import os
import re
from pathlib import Path

import pytest

from rolcheck import locale
from rolcheck.desk.reporting import explanation_of, summary_of, units_of
from rolcheck.reports.documents.explanation import explanation_document
from rolcheck.reports.documents.sheet import sheet_document
from rolcheck.reports.documents.summary import summary_document
from rolcheck.reports.documents.units import units_document
from rolcheck.reports.documents.units_sheet import units_sheet
from rolcheck.reports.exports import exported
from rolcheck.reports.summary_json import summary_json
from rolcheck.reports.units_json import units_json
from tests.unit.reports.towns import drawn, played

GOLDEN = Path(__file__).parents[2] / "golden" / "reports"
HASH = re.compile(r"\b[0-9a-f]{64}\b")
PAGES_OWN = re.compile(r"(<style>|<script>).*?(</style>|</script>)", re.DOTALL)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy".*?>\n')


def check(name: str, text: str) -> None:
    """Compare with the golden file, hashes apart; write it where that was asked for."""
    shown = HASH.sub("0" * 64, text)
    path = GOLDEN / name
    if os.environ.get("ROLCHECK_GOLDEN") == "write":
        path.write_text(shown, encoding="utf-8")

    assert shown == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", locale.LANGUAGES)
@pytest.mark.parametrize("until", [2, 4])
@pytest.mark.parametrize("form", ["text", "md"])
def test_the_summary_reads_as_before(form: str, until: int, lang: locale.Language) -> None:
    locale.set_language(lang)
    summary = summary_of(played(until).desk("boss"))

    suffix = {"text": "txt", "md": "md"}[form]
    check(f"summary-{until}-{lang}.{suffix}", drawn(summary_document(summary), form))


@pytest.mark.parametrize("lang", locale.LANGUAGES)
@pytest.mark.parametrize("form", ["html", "svg"])
def test_the_summary_looks_as_before(form: str, lang: locale.Language) -> None:
    locale.set_language(lang)
    page = exported(form, summary_of(played().desk("boss"))).decode()

    check(f"summary-4-{lang}.{form}", PAGES_OWN.sub(r"\1\2", POLICY.sub("", page)))


@pytest.mark.parametrize("lang", locale.LANGUAGES)
@pytest.mark.parametrize("mode", ["ranking", "self-check"])
def test_the_summary_by_unit_reads_as_before(mode: str, lang: locale.Language) -> None:
    locale.set_language(lang)
    found = units_of(played(2, mode).desk("boss"))

    check(f"units-{mode}-{lang}.txt", drawn(units_document(*found)))


def test_units_as_data_read_as_before() -> None:
    found = units_of(played().desk("boss"))

    check("units.json", json.dumps(units_json(*found), ensure_ascii=False, indent=1) + "\n")
    check("units.csv", drawn(units_sheet(*found), "csv"))


@pytest.mark.parametrize("lang", locale.LANGUAGES)
def test_the_summary_of_a_self_check_reads_as_before(lang: locale.Language) -> None:
    locale.set_language(lang)
    summary = summary_of(played(2, "self-check").desk("boss"))

    check(f"self-check-{lang}.txt", drawn(summary_document(summary)))


@pytest.mark.parametrize("lang", locale.LANGUAGES)
def test_the_details_of_a_submission_fit_into_eighty_columns(lang: locale.Language) -> None:
    locale.set_language(lang)
    summary = summary_of(played(3).desk("boss"), submission="west")

    check(f"detail-{lang}.txt", drawn(summary_document(summary, detailed=True), width=80))


@pytest.mark.parametrize("lang", locale.LANGUAGES)
@pytest.mark.parametrize("indicator", ["", "1.1.1", "2.1.1", "V.1.1"])
def test_explanations_read_as_before(indicator: str, lang: locale.Language) -> None:
    locale.set_language(lang)
    explanation = explanation_of(played().desk("boss"), "west", indicator)

    name = f"explain-{indicator or 'total'}-{lang}.txt"
    check(name, drawn(explanation_document(explanation)))


def test_json_is_the_same_in_every_language() -> None:
    texts = set()
    for lang in locale.LANGUAGES:
        locale.set_language(lang)
        found = summary_json(summary_of(played().desk("boss")))
        texts.add(json.dumps(found, ensure_ascii=False, indent=1) + "\n")

    (text,) = texts
    check("summary.json", text)


def test_csv_is_the_same_in_every_language() -> None:
    texts = set()
    for lang in locale.LANGUAGES:
        locale.set_language(lang)
        texts.add(drawn(sheet_document(summary_of(played().desk("boss"))), "csv"))

    (text,) = texts
    check("summary.csv", text)
