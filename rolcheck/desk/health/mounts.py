"""On what kind of file system a folder lies, from what the system lists."""

import re
from pathlib import PurePath

NETWORK = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afs", "ncpfs", "davfs"),
        *("ceph", "glusterfs", "lustre", "beegfs", "webdav", "afpfs", "vboxsf", "prl_fs"),
        *("fuse.sshfs", "fuse.davfs", "fuse.rclone", "fuse.s3fs", "fuse.gvfsd-fuse", "drvfs"),
        *("fuse.vmhgfs-fuse", "fuse.glusterfs", "fuse.gcsfuse"),
    )
)
"""File systems whose locks cannot be relied on, or that are another machine's."""

_OCTAL = re.compile(r"\\([0-7]{3})")


def filesystem_of(folder: PurePath, mounts: str) -> str | None:
    r"""Return the type of the file system that a folder lies on, None if none is listed.

    Args:
        folder: Absolute, links resolved.
        mounts: Lines as in ``/proc/mounts``: device, place, type, options.

    Example:
        >>> mounts = "/dev/sda / ext4 rw 0 0\nnas:/a /mnt/nas nfs4 rw 0 0"
        >>> filesystem_of(PurePath("/mnt/nas/2026"), mounts)
        'nfs4'
    """
    deepest, found = 0, None
    for line in mounts.splitlines():
        _, place, kind, *_ = [*line.split(" "), "", "", ""]
        where = PurePath(_OCTAL.sub(lambda code: chr(int(code[1], 8)), place))
        depth = len(where.parts)
        # what is mounted later lies over what was
        if place and depth >= deepest and folder.is_relative_to(where):
            deepest, found = depth, kind
    return found
