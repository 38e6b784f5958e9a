"""Which file system a folder is on: SQLite's log needs memory that all its users share, so one machine.

See https://www.sqlite.org/wal.html ("does not work over a network filesystem").
"""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

_NETWORK = re.compile(
    r"""
    (?: fuse\. )?
    (?: 9p | acfs | afp (?:fs)? | afs | beegfs | ceph (?:fs)? | cifs | coda | curlftpfs | davfs2? | gcsfuse
      | glusterfs | gpfs | gvfsd-fuse | lustre | ncp (?:fs)? | nfs [34]? | ocfs2 | orangefs | prl_fs | pvfs2
      | rclone | s3fs | smb [23]? (?:fs)? | smbnetfs | sshfs | vboxsf | virtiofs | vmhgfs (?:-fuse)?
      | webdav )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Shared between machines, or between a machine and the one that it runs in; FUSE puts ``fuse.`` before."""

_ESCAPED = re.compile(r"\\([0-7]{3})")
_MAC_MOUNT = re.compile(r"^(?P<what>.*?) on (?P<point>/.*) \((?P<kind>[^,)]+)")
_DRIVE_REMOTE = 4


def network_file_system(path: Path) -> str | None:
    """The kind of network file system that a path is on, such as ``nfs4``; None for a local one.

    A path that does not exist counts by the nearest folder above it that does. Where the system does not
    say, a file system counts as local.
    """
    match sys.platform:
        case "linux":
            place = _resolved(path)  # before the list is read: looking may mount what is mounted on demand
            return network_kind(kind_in_mountinfo(_read(Path("/proc/self/mountinfo")), place))
        case "darwin":
            place = _resolved(path)
            return network_kind(kind_in_mount_list(_mount_list(), place))
        case "win32":
            return _windows_kind(path)
        case _:
            return None


def network_kind(kind: str | None) -> str | None:
    """The kind itself when it is a network file system's, else None."""
    if kind is None:
        return None
    return kind if _NETWORK.fullmatch(kind) else None


def kind_in_mountinfo(mountinfo: str, path: str) -> str | None:
    """The kind of file system that an absolute path is on, by Linux's ``/proc/self/mountinfo`` (proc(5)).

    The deepest mount point counts; of two at one point the later, which lies above the other.
    """
    mounts = []
    for line in mountinfo.splitlines():
        mount, separator, source = line.partition(" - ")
        fields, kinds = mount.split(), source.split()
        if separator and len(fields) > 4 and kinds:
            mounts.append((_unescaped(fields[4]), kinds[0]))
    return _deepest(mounts, path)


def kind_in_mount_list(listing: str, path: str) -> str | None:
    """The kind of file system that an absolute path is on, by what macOS's ``mount`` prints."""
    found = (_MAC_MOUNT.match(line) for line in listing.splitlines())
    return _deepest([(mount["point"], mount["kind"]) for mount in found if mount], path)


def _deepest(mounts: list[tuple[str, str]], path: str) -> str | None:
    best, kind = "", None
    for point, name in mounts:
        if len(point) >= len(best) and _is_in(path, point):
            best, kind = point, name
    return kind


def _is_in(path: str, point: str) -> bool:
    return path == point or path.startswith(point.rstrip("/") + "/")


def _unescaped(name: str) -> str:
    """Space, tab, newline and backslash are written as octal numbers; the bytes are UTF-8."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), name)


def _resolved(path: Path) -> str:
    return str(path.absolute().resolve())


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _mount_list() -> str:
    try:
        return subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=True, timeout=5.0).stdout
    except (OSError, subprocess.SubprocessError):
        return ""


def _windows_kind(path: Path) -> str | None:
    r"""A share by its name (``\\server\share``), or a drive letter that stands for one."""
    root = path.absolute().anchor
    if root.startswith("\\\\") and not root.startswith(("\\\\?\\", "\\\\.\\")):
        return "share"
    windows: Any = vars(ctypes)["windll"]
    return "network drive" if windows.kernel32.GetDriveTypeW(root) == _DRIVE_REMOTE else None
