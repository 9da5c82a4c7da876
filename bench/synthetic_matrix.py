"""The Matrix of 3,000 submissions x 100 indicators: the real screen upon invented scores."""

import random
from fractions import Fraction

from rolcheck.desk.desk import Desk
from rolcheck.desk.matrix.seen import AreaSeen, IndicatorSeen, MatrixSeen, SubmissionScores
from rolcheck.locale import set_language
from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.screens.matrix import MatrixScreen

SUBMISSIONS, AREAS, GROUPS, IN_GROUP = 3000, 5, 4, 5
STATES = ("done", "confirm", "dispute", "open", "na")
WEIGHTS = (90, 3, 3, 2, 2)


def synthetic(_desk: Desk, _wanted: int | None) -> MatrixSeen:
    """Return the matrix; the same every time."""
    dice = random.Random(20230630)
    areas = tuple(AreaSeen(str(n), f"领域{n}", f"Area {n}") for n in range(1, AREAS + 1))
    indicators = tuple(
        _indicator(f"{area.id}.{group}.{n}", area.id)
        for area in areas
        for group in range(1, GROUPS + 1)
        for n in range(1, IN_GROUP + 1)
    )
    return MatrixSeen(
        title="三千份材料",
        who="协调人",
        runs=True,
        is_ranking=True,
        rounds=(),
        current=2,
        number=2,
        before=None,
        scores_due=True,
        hidden=None,
        choices=(2,),
        places=2,
        areas=areas,
        indicators=indicators,
        submissions=tuple(
            _submission(dice, number, len(indicators)) for number in range(1, SUBMISSIONS + 1)
        ),
    )


def _indicator(id: str, area: str) -> IndicatorSeen:
    group = id.rpartition(".")[0]
    points = Fraction(2)
    return IndicatorSeen(id, f"指标{id}", f"Item {id}", area, group, "", points, Fraction(1), True)


def _submission(dice: random.Random, number: int, count: int) -> SubmissionScores:
    states = tuple(dice.choices(STATES, WEIGHTS, k=count))
    scores = tuple(
        None if state in ("open", "na") else Fraction(dice.randint(0, 200), 100) for state in states
    )
    return SubmissionScores(
        id=f"s{number}",
        name=f"虚构区{number}",
        rank=number,
        total=sum((score for score in scores if score is not None), Fraction()),
        total_before=None,
        scores=scores,
        expected=scores,
        spreads=tuple(None if score is None else Fraction(1, 10) for score in scores),
        counts=(5,) * count,
        states=states,
        before=(),
        risks=(),
        areas=(None,) * AREAS,
    )


class MatrixApp(RolcheckApp):
    """Begins with the Matrix of invented scores."""

    async def on_ready(self) -> None:
        """Show it."""
        await super().on_ready()
        await self.push_screen(MatrixScreen(None, synthetic))  # type: ignore[arg-type]  # no desk


if __name__ == "__main__":
    set_language("zh")
    MatrixApp(None).run()
