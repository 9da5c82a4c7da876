"""A folder's file system, as Linux lists it."""

from pathlib import PurePosixPath

import pytest

from rolcheck.desk.health.mounts import NETWORK, filesystem_of

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
proc /proc proc rw 0 0
//server/office /mnt/office\040files cifs rw 0 0
nas:/export /srv nfs4 rw 0 0
/dev/sdb1 /srv/local xfs rw 0 0
user@host:/ /media/remote fuse.sshfs rw 0 0
C:\134 /mnt/c 9p rw 0 0
tmpfs /over tmpfs rw 0 0
/dev/sdc1 /over btrfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind", "network"),
    [
        pytest.param("/home/campaign", "ext4", False, id="below the root"),
        pytest.param("/mnt/office files/2026", "cifs", True, id="a blank is written as octal"),
        pytest.param("/srv/2026", "nfs4", True, id="an NFS server"),
        pytest.param("/srv/local/2026", "xfs", False, id="a disk below a network drive"),
        pytest.param("/srvlocal", "ext4", False, id="a name that only begins alike"),
        pytest.param("/media/remote", "fuse.sshfs", True, id="the place itself"),
        pytest.param("/mnt/c/Users", "9p", True, id="a Windows drive in WSL"),
        pytest.param("/over/2026", "btrfs", False, id="what is mounted later lies on top"),
    ],
)
def test_the_deepest_mount_above_a_folder_counts(folder: str, kind: str, network: bool) -> None:
    found = filesystem_of(PurePosixPath(folder), MOUNTS)

    assert (found, found in NETWORK) == (kind, network)


def test_nothing_is_said_where_nothing_is_listed() -> None:
    assert filesystem_of(PurePosixPath("/home"), "") is None
