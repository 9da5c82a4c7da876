"""Runs a program in a terminal of its own and tells when its first screen stands."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

SILENCE = 0.25
QUIET = 0.2  # seconds without output after which a key has been answered in full, late frames too
PATIENCE = 30.0
COLUMNS, LINES = 120, 40


def first_screen(argv: Sequence[str], markers: Sequence[str], env: Mapping[str, str]) -> float:
    """Return the seconds from the start of `argv` until its first full screen was written.

    That is the last output before a pause, once every one of `markers` has been written. The
    program is then stopped.

    Args:
        argv: The program, by its path, and its arguments.
        markers: Texts that stand on the full screen, each within one style and line.
        env: The whole environment of the program.

    Raises:
        RuntimeError: The program ended, or took too long, before its screen was full.
    """
    start = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execve(argv[0], list(argv), dict(env))
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    try:
        return _last_output(terminal, [marker.encode() for marker in markers], start) - start
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def _last_output(terminal: int, markers: Sequence[bytes], start: float) -> float:
    seen, last = b"", start
    while time.perf_counter() - start < PATIENCE:
        full = all(marker in seen for marker in markers)
        ready, _, _ = select.select([terminal], [], [], SILENCE if full else 1.0)
        if ready:
            seen += _read(terminal, seen)
            last = time.perf_counter()
        elif full:
            return last
    raise RuntimeError(f"no full screen within {PATIENCE:g} s; the last of it: {seen[-2000:]!r}")


def _read(terminal: int, seen: bytes) -> bytes:
    try:
        data = os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end is closed
        data = b""
    if not data:
        raise RuntimeError(f"the program ended before its screen was full: {seen[-2000:]!r}")
    return data


class Session:
    """A program in a terminal of its own that keys are sent to; stopped at the end of `with`.

    Args:
        argv: The program, by its path, and its arguments.
        env: The whole environment of the program.
        columns: Of the terminal.
        lines: Of the terminal.
    """

    def __init__(
        self, argv: Sequence[str], env: Mapping[str, str], *, columns: int, lines: int
    ) -> None:
        self._argv, self._env = list(argv), dict(env)
        self._size = struct.pack("HHHH", lines, columns, 0, 0)
        self._child, self._terminal = -1, -1

    def __enter__(self) -> "Session":
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            os.execve(self._argv[0], self._argv, self._env)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, self._size)
        return self

    def __exit__(self, *_error: object) -> None:
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._terminal)

    def wait(self, *markers: str) -> None:
        """Wait until all of `markers` were written, each within one style and line.

        Raises:
            RuntimeError: The program ended, or took too long.
        """
        _last_output(self._terminal, [marker.encode() for marker in markers], time.perf_counter())

    def send(self, key: bytes) -> None:
        """Send a key and wait for nothing."""
        os.write(self._terminal, key)

    def press(self, key: bytes) -> float | None:
        """Send a key; return the seconds until the last of what it brought to the screen.

        None where it brought nothing, as a key does that goes further than there is to go.

        Raises:
            RuntimeError: The program ended.
        """
        start = last = time.perf_counter()
        self.send(key)
        while select.select([self._terminal], [], [], SILENCE if last == start else QUIET)[0]:
            _read(self._terminal, b"")
            last = time.perf_counter()
        return last - start if last > start else None
