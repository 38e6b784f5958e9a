"""Why pip failed, in words for a person."""

from __future__ import annotations

import platform
import re

from setup_error import FAILED, TRY_AGAIN_LATER, SetupError

_NO_SPACE = ("No space left on device", "Disk quota exceeded", "not enough space on the disk")
_NOT_TRUSTED = ("CERTIFICATE_VERIFY_FAILED", "certificate verify failed")
_NO_NETWORK = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "Connection refused",
    "Connection broken",
    "Connection aborted",
    "Network is unreachable",
    "Read timed out",
    "HTTP error 5",
    "is invalid.",  # a wheel of which only the beginning came, to an older pip
)
_NO_BUILD = re.compile(r"No matching distribution found for (\S+)")
_LAST_LINES = 12


def explained(output: str) -> SetupError:
    """Return the error that tells what ``output``, all that pip printed, means."""
    if _says(output, _NO_SPACE):
        return SetupError("The disk is full. Free about 1.5 GB, then start again.", FAILED)
    if _says(output, _NOT_TRUSTED):
        return SetupError(
            "The certificate of the package index is not trusted here. Behind a proxy with a certificate of "
            "its own, name that one's file in pip's setting 'cert' (or the variable PIP_CERT), then start "
            "again."
        )
    if _says(output, _NO_NETWORK):
        return SetupError(
            "The packages could not be downloaded: there is no way to the package index. Check the network "
            "or pip's proxy setting, then start again; what has arrived is kept.",
            TRY_AGAIN_LATER,
        )
    if found := _NO_BUILD.search(output):
        return SetupError(
            f"There is no ready build of {found.group(1)} for this system: {_this_system()}. "
            "The README says which systems there are builds for."
        )
    last = "\n".join(f"  {line}" for line in output.rstrip().splitlines()[-_LAST_LINES:])
    return SetupError(f"pip could not install the packages. Its last words were:\n\n{last}\n")


def _says(output: str, signs: tuple[str, ...]) -> bool:
    return any(sign in output for sign in signs)


def _this_system() -> str:
    return f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
