"""A real Chromium, driven over a pipe: no port, no network, no package."""

import json
import os
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from select import select
from tempfile import TemporaryDirectory
from typing import Any

PATIENCE = 30  # seconds
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",  # as root it has none
    "--remote-debugging-pipe",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",
)


def chromium() -> str | None:
    """Return where Chromium is; None on a machine without."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


class Page:
    """One page of the browser."""

    def __init__(self, into: int, out: int) -> None:
        self._into, self._out = into, out
        self._number, self._rest, self._session = 0, b"", ""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        found = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = found["sessionId"]

    def ask(self, method: str, **params: object) -> Mapping[str, Any]:
        """Call a method of the DevTools protocol and return its result."""
        self._number += 1
        asked: dict[str, object] = {"id": self._number, "method": method, "params": params}
        if self._session:
            asked["sessionId"] = self._session
        os.write(self._into, json.dumps(asked).encode() + b"\0")
        while (answer := self._message()).get("id") != self._number:
            pass
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        found: Mapping[str, Any] = answer["result"]
        return found

    def open(self, path: Path) -> None:
        """Load a file and wait until it is there."""
        self.ask("Page.enable")
        self.ask("Page.navigate", url=path.as_uri())
        while self._message().get("method") != "Page.loadEventFired":
            pass

    def run(self, script: str) -> Any:  # noqa: ANN401 (whatever the page says)
        """Return the value of an expression in the page; a promise is waited for."""
        found = self.ask(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in found:
            raise RuntimeError(found["exceptionDetails"])
        return found["result"].get("value")

    def press(self, key: str, text: str = "") -> None:
        """Press a key and let it go."""
        code = {"Tab": 9, "Enter": 13, " ": 32}[key]
        for kind in ("keyDown", "keyUp"):
            self.ask(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                text=text if kind == "keyDown" else "",
                windowsVirtualKeyCode=code,
            )

    def look(self, width: int, height: int = 0, **features: str) -> bytes:
        """Return a picture of the page as PNG: so high, or all of it."""
        named = [{"name": name.replace("_", "-"), "value": said} for name, said in features.items()]
        self.ask("Emulation.setEmulatedMedia", features=named)
        size = {"width": width, "height": height or 900, "deviceScaleFactor": 1, "mobile": False}
        self.ask("Emulation.setDeviceMetricsOverride", **size)
        shot = self.ask("Page.captureScreenshot", captureBeyondViewport=not height)
        return b64decode(shot["data"])

    def printed(self) -> bytes:
        """Return the page as PDF, as its style sheet wants it printed."""
        return b64decode(self.ask("Page.printToPDF", preferCSSPageSize=True)["data"])

    def _message(self) -> Mapping[str, Any]:
        while b"\0" not in self._rest:
            if not select([self._out], [], [], PATIENCE)[0]:
                raise TimeoutError("the browser says nothing")
            piece = os.read(self._out, 1 << 20)
            if not piece:
                raise RuntimeError("the browser is gone")
            self._rest += piece
        message, _zero, self._rest = self._rest.partition(b"\0")
        found: Mapping[str, Any] = json.loads(message)
        return found


@contextmanager
def browser() -> Iterator[Page]:
    """Start Chromium with a profile of its own, and end it again."""
    program = chromium()
    assert program is not None
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()

    def as_three_and_four() -> None:
        copies = os.dup(theirs_in), os.dup(theirs_out)  # either may be 3 or 4 itself
        os.dup2(copies[0], 3)
        os.dup2(copies[1], 4)

    with TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [program, *FLAGS, f"--user-data-dir={profile}"],
            preexec_fn=as_three_and_four,  # noqa: PLW1509 (no thread holds a lock here)
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        try:
            yield Page(ours_out, ours_in)
        finally:
            os.close(ours_out)
            process.terminate()
            process.wait(20)
            os.close(ours_in)
