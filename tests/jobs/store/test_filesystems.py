from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from videogen_desktop.jobs.store.filesystems import (
    kind_in_mount_list,
    kind_in_mountinfo,
    network_file_system,
    network_kind,
)

if TYPE_CHECKING:
    from pathlib import Path

LINUX = r"""
22 28 0:21 / /sys rw,nosuid,nodev,noexec,relatime shared:7 - sysfs sysfs rw
23 28 0:22 / /proc rw,nosuid,nodev,noexec,relatime shared:14 - proc proc rw
28 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw,errors=remount-ro
96 28 259:1 / /boot/efi rw,relatime shared:31 - vfat /dev/nvme0n1p1 rw,fmask=0077,dmask=0077
310 28 0:61 / /home/alice rw,relatime shared:160 - nfs4 filer:/export/alice rw,vers=4.2,addr=10.0.0.2
333 310 259:3 / /home/alice/scratch rw,relatime shared:170 - xfs /dev/nvme1n1 rw,attr2,inode64
355 28 0:70 / /mnt/lab\040share rw,relatime shared:180 - cifs //server/lab\040share rw,vers=3.1.1
370 28 0:71 / /mnt/remote rw,nosuid,nodev,relatime shared:190 - fuse.sshfs alice@host:/data rw,user_id=1000
380 28 0:72 / /mnt/usb rw,nosuid,nodev,relatime shared:200 - fuseblk /dev/sdb1 rw,user_id=0
390 28 0:73 / /mnt/auto rw,relatime shared:210 - autofs systemd-1 rw,fd=51
391 390 0:74 / /mnt/auto rw,relatime shared:211 - nfs filer:/export/auto rw,vers=3
400 28 0:75 / /mnt/c rw,noatime - 9p C:\134 rw,dirsync,aname=drvfs;path=C:\
410 28 0:76 / /srv rw,relatime shared:220 master:2 propagate_from:1 - btrfs /dev/sdc1 rw,subvol=/srv
"""

MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
//alice@filer._smb._tcp.local/lab%20share on /Volumes/lab share (smbfs, nodev, nosuid, mounted by alice)
filer:/export/home on /Volumes/home (2) (nfs, nodev, nosuid, mounted by alice)
/dev/disk5s1 on /Volumes/USB (exfat, local, nodev, nosuid, noowners)
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/alice/.local/share/videogen", "nfs4"),
        ("/home/alice", "nfs4"),
        ("/home/alice/scratch/x", None),
        ("/home/alicent", None),
        ("/mnt/lab share/x", "cifs"),
        ("/mnt/remote", "fuse.sshfs"),
        ("/mnt/usb/x", None),
        ("/mnt/auto/x", "nfs"),
        ("/mnt/c/Users/alice", "9p"),
        ("/srv/x", None),
        ("/", None),
    ],
)
def test_linux_says_which_file_system_a_path_is_on(path: str, kind: str | None) -> None:
    assert network_kind(kind_in_mountinfo(LINUX, path)) == kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/Users/alice/Library/Application Support/videogen", None),
        ("/Volumes/lab share/x", "smbfs"),
        ("/Volumes/home (2)/x", "nfs"),
        ("/Volumes/USB/x", None),
    ],
)
def test_macos_says_which_file_system_a_path_is_on(path: str, kind: str | None) -> None:
    assert network_kind(kind_in_mount_list(MAC, path)) == kind


@pytest.mark.parametrize("text", ["", "rubbish\n", "1 2 3 - nfs\n", "22 28 0:21 / /x rw -\n", " - \n"])
def test_what_cannot_be_read_is_no_network(text: str) -> None:
    assert kind_in_mountinfo(text, "/x") is None
    assert kind_in_mount_list(text, "/x") is None


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "glusterfs"])
def test_network_file_systems_are_known_by_name(kind: str) -> None:
    assert network_kind(kind) == kind


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "apfs", "tmpfs", "overlay", "fuse.encfs", "zfs"])
def test_local_file_systems_are_known_by_name(kind: str) -> None:
    assert network_kind(kind) is None


def test_this_machine_is_asked_for_real_also_for_a_path_that_is_not_there(tmp_path: Path) -> None:
    assert network_file_system(tmp_path) is None
    assert network_file_system(tmp_path / "not" / "there") is None
