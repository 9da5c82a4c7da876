"""Remarks offered again: what one wrote before, and phrases that one keeps in a file."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from rolcheck.base.errors import InputError
from rolcheck.base.files import read_text, write_atomic
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.text import clean
from rolcheck.campaign.standing import Standing
from rolcheck.events.rows import ObservationRow


@dataclass(frozen=True, slots=True)
class KeptPhrase:
    """One phrase of the file.

    Attributes:
        text: What is written.
        indicators: Ids of areas, groups and indicators that it is for; empty for all.
    """

    text: str
    indicators: tuple[str, ...] = ()

    def fits(self, indicator: str) -> bool:
        """Tell whether it is for that indicator."""
        return not self.indicators or any(
            indicator == one or indicator.startswith(f"{one}.") for one in self.indicators
        )


@dataclass(frozen=True, slots=True)
class Phrase:
    """One remark that is offered.

    Attributes:
        text: What would be written.
        source: ``here`` written for the same indicator elsewhere, ``kept`` in one's own file,
            ``used`` written anywhere else.
        where: Name of the submission that it was written for, of ``here``; else empty.
        count: How often it was written, of ``used``; else 0.
    """

    text: str
    source: Literal["here", "kept", "used"]
    where: str = ""
    count: int = 0


def phrases(
    standing: Standing,
    who: str,
    submission: str,
    indicator: str,
    kept: Sequence[KeptPhrase] = (),
) -> tuple[Phrase, ...]:
    """Return what may be said again of an item, each text once.

    First what was written for the same indicator elsewhere, the latest first; then the kept
    phrases that fit, those for this indicator first; then all else that was written, by how
    often and how lately.
    """
    rows = own_remarks(standing, who)
    found: dict[str, Phrase] = {}
    for one in (
        *_written_here(standing, rows, submission, indicator),
        *_kept_for(kept, indicator),
        *_used(rows),
    ):
        found.setdefault(one.text, one)
    return tuple(found.values())


def last_remarks(standing: Standing, who: str) -> tuple[str, ...]:
    """Return the remarks that `who` wrote, the latest first, each once."""
    return tuple(dict.fromkeys(row.remark for row in own_remarks(standing, who)))


def own_remarks(standing: Standing, who: str) -> Sequence[ObservationRow]:
    """Return the observations with a remark of one's own, the latest first."""
    mine = (
        row
        for rows in standing.observations.values()
        for row in rows
        if row.reviewer == who and row.remark and not row.kept
    )
    return sorted(mine, key=lambda row: row.at, reverse=True)


def _written_here(
    standing: Standing, rows: Sequence[ObservationRow], submission: str, indicator: str
) -> Iterator[Phrase]:
    for row in rows:
        if row.indicator == indicator and row.submission != submission:
            name = standing.manifest(row.submission).submission.name
            yield Phrase(row.remark, "here", where=name)


def _kept_for(kept: Sequence[KeptPhrase], indicator: str) -> Iterator[Phrase]:
    fitting = [one for one in kept if one.fits(indicator)]
    for one in sorted(fitting, key=lambda one: not one.indicators):
        yield Phrase(one.text, "kept")


def _used(rows: Sequence[ObservationRow]) -> Iterator[Phrase]:
    counts = Counter(row.remark for row in rows)  # in the order of the latest use
    for text, count in counts.most_common():
        yield Phrase(text, "used", count=count)


def load_phrases(path: Path) -> tuple[KeptPhrase, ...]:
    """Return the phrases of a file of ``[[phrase]]`` tables, in its order.

    A file that is not there has none.

    Raises:
        InputError: The file is not TOML, or a phrase is not written as it should be.

    Example:
        ``[[phrase]]`` with ``text = "材料齐全。"`` and, if it is for some indicators only,
        ``indicators = ["3.2", "4.1.1"]``.
    """
    if not path.exists():
        return ()
    found = []
    for one in _phrase_tables(read_text(path), path):
        text, ids = clean(str(one["text"])).strip(), one.get("indicators", [])
        if text:
            found.append(KeptPhrase(text, tuple(map(str, cast("list[object]", ids)))))
    return tuple(found)


def keep_phrase(path: Path, text: str) -> bool:
    """Add a phrase to the file; what else stands there stays as it is.

    Returns:
        Whether it was added: one that is there already is not.

    Raises:
        InputError: The file cannot be read as one of phrases, or not be written.
    """
    text = clean(text).strip()
    if not text or any(one.text == text for one in load_phrases(path)):
        return False
    from tomlkit import aot, dumps, item

    tables = aot()
    tables.append(item({"text": text}))
    before = read_text(path).rstrip() if path.exists() else ""
    # Behind what is there, not parsed and written anew: comments and order are the user's.
    written = (f"{before}\n\n" if before else "") + dumps({"phrase": tables})
    _phrase_tables(written, path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            N_("the folder cannot be made: {reason}"),
            where=Place(str(path.parent)),
            reason=error.strerror or str(error),
        ) from error
    write_atomic(path, written.encode())
    return True


def _phrase_tables(text: str, path: Path) -> Sequence[dict[str, object]]:
    from tomli import TOMLDecodeError, loads

    try:
        tables = loads(text).get("phrase", [])
    except TOMLDecodeError as error:
        raise InputError(
            N_("the file of phrases is not TOML: {what}"), where=Place(str(path)), what=str(error)
        ) from error
    if not isinstance(tables, list) or not all(map(_is_phrase, tables)):
        raise InputError(
            N_("a phrase wants a text, and may name indicators"),
            where=Place(str(path)),
            hint=N_('write [[phrase]], then text = "..." below it'),
        )
    return tables


def _is_phrase(one: object) -> bool:
    if not isinstance(one, dict) or not isinstance(one.get("text"), str):
        return False
    ids = one.get("indicators", [])
    return (
        set(one) <= {"text", "indicators"}
        and isinstance(ids, list)
        and all(isinstance(id, str) for id in ids)
    )
