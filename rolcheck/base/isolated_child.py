"""The other side of `isolated`: what runs in the child process."""

import importlib
import json
import sys

from rolcheck.base.errors import InputError


def main() -> None:
    """Limit this process, hand the bytes of stdin to the task, and write JSON to stdout."""
    task, memory_bytes, cpu_seconds = sys.argv[1:]
    _limit(int(memory_bytes), int(cpu_seconds))
    module, _, name = task.partition(":")
    work = getattr(importlib.import_module(module), name)
    try:
        answer = {"gives": work(sys.stdin.buffer.read())}
    except InputError as error:
        answer = {"fault": (error.message, error.hint, error.params)}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _limit(memory_bytes: int, cpu_seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the time limit of the parent is all there is
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
