"""What the child processes of test_isolated.py do."""

import os
import signal
import sys
import time

from rolcheck.base.errors import InputError


def count(data: bytes) -> dict[str, object]:
    return {"bytes": len(data), "text": data.decode()}


def refuse(data: bytes) -> None:
    raise InputError("no use for {size} bytes", hint="give more", size=len(data))


def swell(data: bytes) -> int:
    return len(bytearray(8 << 30))


def spin(data: bytes) -> None:
    while True:
        pass


def sleep(data: bytes) -> None:
    time.sleep(60)


def crash(data: bytes) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def surroundings(data: bytes) -> dict[str, object]:
    return {"environment": sorted(os.environ), "isolated": sys.flags.isolated}
