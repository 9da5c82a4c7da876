"""Measures the start of rolcheck against what it stands on, in one run, as ratios.

Whole processes, interleaved (A B A B ...), medians. See README.md beside this file.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench.terminal import first_screen

HERE = Path(__file__).parent
ROLCHECK = str(Path(sys.executable).with_name("rolcheck"))
REVIEWER = "reviewer-01"
VERSION_LIMIT, SCREEN_LIMIT = 2.0, 1.8


def main() -> int:
    """Measure, print, and tell by the exit status whether the limits hold."""
    options = _options()
    runs = 7 if options.short else 31
    with tempfile.TemporaryDirectory() as folder:
        campaign = Path(folder) / "demo"
        env = environment(Path(folder))
        subprocess.run(
            [ROLCHECK, "demo", str(campaign)],
            env=env, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        bare = [sys.executable, str(HERE / "bare_app.py")]
        held = [
            _compare(
                "rolcheck --version / import click", runs, VERSION_LIMIT * options.slack,
                lambda: _process([ROLCHECK, "--version"], env),
                lambda: _process([sys.executable, "-c", "import click"], env),
            ),
            _compare(
                "first screen / bare Textual app", runs, SCREEN_LIMIT * options.slack,
                lambda: first_screen(_app(campaign), options.marker, env),
                lambda: first_screen(bare, ["ready"], env),
            ),
            _compare(
                "the same, nothing remembered / bare", runs, None,
                lambda: first_screen(_app(campaign), options.marker, _forgotten(env)),
                lambda: first_screen(bare, ["ready"], env),
            ),
        ]  # fmt: skip
        _print_steps(campaign, env, 3 if options.short else 9)
    return 1 if options.check and not all(held) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="few runs, for CI")
    parser.add_argument("--check", action="store_true", help="exit 1 if a limit does not hold")
    parser.add_argument("--slack", type=float, default=1.0, help="factor on the limits")
    parser.add_argument(
        "--marker",
        nargs="+",
        default=["岚川区", "核"],
        help="texts that the full first screen holds",
    )
    return parser.parse_args()


def environment(folder: Path) -> dict[str, str]:
    """Return an environment like a person's, but with folders that hold nothing yet."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    folders = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CACHE", "CONFIG", "DATA")}
    return kept | folders | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


def _forgotten(env: Mapping[str, str]) -> Mapping[str, str]:
    """Return the environment after what rolcheck remembered was deleted."""
    shutil.rmtree(Path(env["XDG_CACHE_HOME"]) / "rolcheck", ignore_errors=True)
    return env


def _app(campaign: Path) -> list[str]:
    return [ROLCHECK, "-C", str(campaign), "--as", REVIEWER, "--lang", "zh"]


def _process(argv: Sequence[str], env: Mapping[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(argv, env=env, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def _compare(
    name: str, runs: int, limit: float | None, ours: Callable[[], float], base: Callable[[], float]
) -> bool:
    """Run both in turn, print medians and ratio, and tell whether a limit holds if there is one."""
    ours(), base()  # the first run of each only fills caches
    pairs = [(ours(), base()) for _ in range(runs)]
    left = statistics.median(one for one, _ in pairs)
    right = statistics.median(other for _, other in pairs)
    ratio = left / right
    holds = limit is None or ratio <= limit
    judged = f"limit {limit:.2f} {'holds' if holds else 'DOES NOT HOLD'}; " if limit else ""
    print(
        f"{name}: {left * 1000:.0f} ms / {right * 1000:.0f} ms = {ratio:.2f}"
        f"  ({judged}{runs} runs each)"
    )
    return holds


def _print_steps(campaign: Path, env: Mapping[str, str], runs: int) -> None:
    print("\nmilliseconds of each step (medians)")
    for arguments in ([], [str(campaign), REVIEWER]):
        measured = [_steps(arguments, env) for _ in range(runs)]
        for step in measured[0]:
            cost = statistics.median(run.get(step, 0.0) for run in measured)
            if cost >= 0.05:
                kind = "load" if arguments else "import"
                print(f"  {kind:<7}{cost:>7.1f}  {step}")


def _steps(arguments: Sequence[str], env: Mapping[str, str]) -> dict[str, float]:
    argv = [sys.executable, str(HERE / "steps.py"), *arguments]
    done = subprocess.run(argv, env=env, check=True, capture_output=True, text=True)
    steps: dict[str, float] = json.loads(done.stdout)
    return steps


if __name__ == "__main__":
    sys.exit(main())
