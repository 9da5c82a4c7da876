"""Reading and writing whole files, and staying inside a folder."""

import os
import secrets
from pathlib import Path, PurePosixPath, PureWindowsPath

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.base.places import Place

BOM = "\ufeff"


def read_bytes(path: Path) -> bytes:
    """Return what stands in the file.

    Raises:
        InputError: There is no such file, or it cannot be read.
    """
    try:
        if not path.is_file() and path.exists():  # a pipe or a device could keep us for ever
            raise InputError(N_("this is no regular file"), where=Place(str(path)))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(N_("there is no such file"), where=Place(str(path))) from error
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def read_text(path: Path) -> str:
    """Return the file's text, read as UTF-8; a BOM is dropped, CRLF becomes a newline.

    Raises:
        InputError: There is no such file, it cannot be read, or it is not UTF-8.
    """
    data = read_bytes(path)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().removeprefix(BOM)
        last = before.rpartition("\n")[2]
        where = Place(str(path), before.count("\n") + 1, len(last) + 1)
        raise InputError(
            N_("the file is not UTF-8 text"), where=where, hint=N_("save it as UTF-8")
        ) from error
    return text.removeprefix(BOM).replace("\r\n", "\n")


def write_atomic(path: Path, data: bytes) -> None:
    """Write the whole file or nothing; what is written is on disk on return.

    Raises:
        InputError: The file cannot be written; what stood there before still does.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
    except OSError as error:
        raise InputError(
            N_("the file cannot be written: {reason}"),
            where=Place(str(path)),
            reason=error.strerror or str(error),
        ) from error


def inside(folder: Path, relative: str) -> Path:
    """Return the path of `relative` below `folder`.

    Raises:
        InputError: It is absolute, climbs with ``..``, or a link on the way leads out.
    """
    parts = {*PurePosixPath(relative).parts, *PureWindowsPath(relative).parts}
    windows = PureWindowsPath(relative)
    rooted = relative.startswith("/") or windows.drive or windows.root
    if rooted or ".." in parts or "\0" in relative or not parts:
        raise _outside(relative)
    path = folder / relative
    try:
        stays = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError) as error:
        raise _unreadable(path, error) from error
    if not stays:
        raise _outside(relative)
    return path


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _outside(relative: str) -> InputError:
    return InputError(
        N_("{path} is not inside its folder"),
        hint=N_("give a path below the folder, without .. and without links out of it"),
        path=relative,
    )


def _unreadable(path: Path, error: Exception) -> InputError:
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return InputError(
        N_("the file cannot be read: {reason}"), where=Place(str(path)), reason=reason
    )
