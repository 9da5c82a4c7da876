"""Whose an entry is, and who entered it: two things, in old events and in new ones."""

from rolcheck.events.fold import fold_all
from rolcheck.events.rows import DeclarationRow, FindingRow, RulingRow, VerdictRow
from rolcheck.events.types import Draft, Kind
from tests.factories_events import sealed

FINDING = {"number": 1, "code": "Q03", "asked": "补交签到表", "evidence": []}


def draft(who: str, kind: Kind, subject: str = "", **payload: object) -> Draft:
    item = ("", 1, "") if kind is Kind.DECLARED else ("yunlan", 1, "3.2.1")
    return Draft(who, kind, *item, subject, payload)


def test_what_names_nobody_is_its_authors_own() -> None:
    tables = fold_all(
        sealed(
            draft("r1", Kind.DECLARED, texts=["承诺"]),
            draft("r1", Kind.VERDICT_RECORDED, "a", verdict="ok"),
            draft("ar", Kind.RULING_MADE, value="B", reason="合议"),
            draft("r1", Kind.FINDING_ADDED, "", **FINDING),
        )
    )

    (declaration,), (verdict,) = tables.of(DeclarationRow), tables.of(VerdictRow)
    (ruling,), (finding,) = tables.of(RulingRow), tables.of(FindingRow)
    assert (declaration.reviewer, declaration.author, declaration.step) == ("r1", "r1", "e1")
    assert (verdict.reviewer, verdict.author, verdict.step) == ("r1", "r1", "e2")
    assert (ruling.author, finding.author, finding.step) == ("ar", "r1", "")


def test_what_a_coordinator_enters_is_the_reviewers_and_its_step_the_coordinators() -> None:
    tables = fold_all(
        sealed(
            draft("co", Kind.DECLARED, "r1", texts=[], step="s"),
            draft("co", Kind.VERDICT_RECORDED, "a", verdict="ok", reviewer="r1", step="s"),
            draft("co", Kind.RULING_MADE, "ar", value="B"),
            draft("co", Kind.FINDING_ADDED, "r1", **FINDING, step="s"),
        )
    )

    (declaration,), (verdict,) = tables.of(DeclarationRow), tables.of(VerdictRow)
    (ruling,), (finding,) = tables.of(RulingRow), tables.of(FindingRow)
    assert (declaration.reviewer, declaration.author, declaration.step) == ("r1", "co", "s")
    assert (verdict.item, verdict.reviewer, verdict.author) == ("a", "r1", "co")
    assert (ruling.author, finding.author, finding.step) == ("ar", "r1", "s")
