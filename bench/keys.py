"""Measures keys: from the stroke to the last of what it repaints, against a bare Textual app.

One run, all programs beside each other and asked in turn. See README.md beside this file.
"""

import argparse
import contextlib
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.start import REVIEWER, ROLCHECK, environment
from bench.terminal import Session

HERE = Path(__file__).parent
COLUMNS, LINES = 160, 45
FRAME = 16.7  # milliseconds
TIMES = 2.0  # of a bare app's key

UP, DOWN, RIGHT, LEFT = (b"\x1b[" + letter for letter in (b"A", b"B", b"C", b"D"))
PAGE_DOWN, PAGE_UP = b"\x1b[6~", b"\x1b[5~"
F3 = b"\x1bOR"


@dataclass
class Case:
    """Keys of one program.

    Attributes:
        name: What is printed.
        session: The program.
        keys: Sent one after the other, over and over.
        limit: Milliseconds at p95; 0 where the bare app's key sets the limit.
        before: A key that is sent first and does not count.
        taken: Milliseconds of every key so far that changed something.
    """

    name: str
    session: Session
    keys: Sequence[bytes]
    limit: float = 0.0
    before: bytes = b""
    taken: list[float] = field(default_factory=list)

    def ask(self) -> None:
        """Send every key once."""
        if self.before:
            self.session.press(self.before)
        answers = [self.session.press(key) for key in self.keys]
        self.taken.extend(seconds * 1000 for seconds in answers if seconds is not None)

    def percentile(self, percent: int) -> float:
        """Return one percentile of what was taken."""
        return statistics.quantiles(self.taken, n=100)[percent - 1]


def main() -> int:
    """Measure, print, and tell by the exit status whether the limits hold."""
    options = _options()
    rounds = 6 if options.short else 40
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        bare, *cases = _cases(Path(folder), stack)
        for case in (bare, *cases):
            case.ask()  # what is drawn for the first time
            case.taken.clear()
        for _round in range(rounds):
            for case in (bare, *cases):
                case.ask()
        print(f"key to repaint at {COLUMNS} x {LINES} in ms: p50 and p95, and times the bare app's")
        held = [_say(case, bare, options.slack) for case in (bare, *cases)]
    return 1 if options.check and not all(held) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="few keys, for CI")
    parser.add_argument("--check", action="store_true", help="exit 1 if a limit does not hold")
    parser.add_argument("--slack", type=float, default=1.0, help="factor on the limits")
    return parser.parse_args()


def _cases(folder: Path, stack: contextlib.ExitStack) -> Iterator[Case]:
    env = environment(folder) | {"PYTHONPATH": str(HERE.parent)}

    def started(argv: Sequence[str], *markers: str) -> Session:
        session = stack.enter_context(Session(argv, env, columns=COLUMNS, lines=LINES))
        session.wait(*markers)
        return session

    def program(name: str, *markers: str) -> Session:
        return started([sys.executable, str(HERE / f"{name}.py")], *markers)

    yield Case("bare Textual app", program("bare_keys", "ready"), (DOWN, RIGHT) * 4)
    matrix = program("synthetic_matrix", "虚构区1", "指标1.1.1")
    yield Case("Matrix 3,000 x 100, cursor", matrix, (DOWN, RIGHT, UP, LEFT) * 2, FRAME)
    yield Case("Matrix, scrolled line by line", matrix, (DOWN,) * 8, FRAME, before=PAGE_DOWN)
    yield Case("Matrix, paged", matrix, (PAGE_DOWN, PAGE_UP) * 4, FRAME)
    rows = program("long_list", "第 1 项")
    yield Case("list of 3,000, cursor", rows, (DOWN, DOWN, UP) * 3, FRAME)
    yield Case("list of 3,000, paged", rows, (PAGE_DOWN, PAGE_DOWN, PAGE_UP) * 3, FRAME)
    campaign = folder / "demo"
    subprocess.run(
        [ROLCHECK, "demo", str(campaign)],
        env=env, check=True, stdin=subprocess.DEVNULL, capture_output=True,
    )  # fmt: skip

    def reviewing(*keys: bytes) -> Session:
        argv = [ROLCHECK, "-C", str(campaign), "--as", REVIEWER, "--lang", "zh"]
        session = started(argv, "岚川区")
        session.send(F3)
        session.wait("记分")
        for key in keys:
            session.press(key)
        return session

    choosing = reviewing(b"n")  # an item with several rows to choose from
    yield Case("Review, choosing", choosing, (b"j", b"k") * 4)
    items = (b"]",) * 8 + (b"[",) * 4  # half of them never seen before
    yield Case("Review, next and previous item", reviewing(), items)


def _say(case: Case, bare: Case, slack: float) -> bool:
    """Print a line and tell whether the limit holds."""
    p50, p95 = case.percentile(50), case.percentile(95)
    ratios = f"{p50 / bare.percentile(50):.1f} x {p95 / bare.percentile(95):.1f} x"
    limit = (case.limit or TIMES * bare.percentile(95)) * slack
    held = p95 <= limit or case is bare
    word = "" if case is bare else f"  p95 up to {limit:.1f} {'holds' if held else 'DOES NOT HOLD'}"
    print(f"  {case.name:<32}{p50:6.1f}{p95:7.1f}   {ratios:<14}{len(case.taken):5} keys{word}")
    return held


if __name__ == "__main__":
    sys.exit(main())
