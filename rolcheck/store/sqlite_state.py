"""What a ledger in an SQLite file looks like from outside; loads no database driver."""

from pathlib import Path

_HEADER_BYTES = 100  # a counter in it grows with every write


def file_state(path: Path) -> tuple[object, ...]:
    """Return plain values that are equal as long as nobody wrote to the ledger.

    Raises:
        OSError: There is no such file, or it cannot be read.
    """
    stat = path.stat()
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES).hex()
    journal = path.with_name(f"{path.name}-journal").exists()
    return stat.st_size, stat.st_mtime_ns, stat.st_ino, header, journal
