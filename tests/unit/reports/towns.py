"""Towns that several tests of this folder read but never change, and documents as text."""

import io
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from openpyxl import load_workbook

from rolcheck.desk.reporting import explanation_of
from rolcheck.reports.blocks import Document
from rolcheck.reports.documents.explanation import explanation_document
from rolcheck.reports.explained import IndicatorExplanation
from rolcheck.reports.writers import writer
from tests.factories import Town, make_town


@cache
def played(until: int = 4, mode: str = "ranking") -> Town:
    """Return a town after its first rounds; shared, so nobody may write into it."""
    return make_town(Path(mkdtemp(prefix="town-")), mode=mode).play(until)


def blind_town(folder: Path, value: str, veto: str) -> Town:
    """Return a town of its own in blind round 2, in which others than r1 have scored."""
    town = make_town(folder).play(1)
    town.desk("boss").open_round(2)
    town.score("r1", "east", "1.1.1", "A")
    for who in ("r2", "r3", "r4"):
        town.score(who, "east", "1.1.1", value)
    town.score("r2", "west", "V.1.1", veto, "看过")
    return town


def drawn(document: Document, form: str = "text", width: int = 100) -> str:
    """Return a document as one of the writers draws it."""
    target = io.BytesIO()
    writer(form).write(document, target, width=width)
    if form == "xlsx":
        book = load_workbook(target)
        cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
        return "\n".join(str(cell.value) for cell in cells if cell.value is not None)
    return target.getvalue().decode()


def explained(
    town: Town, submission: str, indicator: str, who: str = "boss", width: int = 100
) -> str:
    """Return the explanation of an indicator, or of the total, as text."""
    explanation = explanation_of(town.desk(who), submission, indicator)
    return drawn(explanation_document(explanation), width=width)


def indicator_explained(
    town: Town, submission: str, indicator: str, who: str = "boss", number: int | None = None
) -> IndicatorExplanation:
    """Return the explanation of an indicator."""
    found = explanation_of(town.desk(who), submission, indicator, number)
    assert isinstance(found, IndicatorExplanation)
    return found
