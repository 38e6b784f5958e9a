"""A finished film on its way to its place: proven, put there whole, and its proof written last."""

from __future__ import annotations

import functools
import hashlib
import logging
import os
import stat
from dataclasses import asdict
from typing import TYPE_CHECKING

import msgspec

from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import replacing, sha256_of, write_bytes
from videogen_desktop.jobs.data_folder import PROOF
from videogen_desktop.jobs.made_files import LARGEST_TEXT, made_file
from videogen_desktop.jobs.model import Film, JobOptions
from videogen_desktop.jobs.work.breaking_off import blocks_until
from videogen_desktop.jobs.work.probing import film_missing, probe
from videogen_desktop.pipeline.stages.bench import FILM, NARRATION, PAPER, SCRIPT, SRT, THUMBNAIL, VTT

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import BufferedReader
    from pathlib import Path

_log = logging.getLogger(__name__)

_BESIDE = (SRT, VTT, THUMBNAIL, SCRIPT, NARRATION, PAPER)
"""What is kept with a film, as far as the pipeline has made it."""


def place_film(
    work: Path,
    target: Path,
    *,
    attempt: int,
    made_at: float,
    told_s: float | None = None,
    options: JobOptions | None = None,
    share: bool = True,
    broken_off: Callable[[], bool] = lambda: False,
) -> Film:
    """Prove the film in a working folder and put it where finished films are.

    An old film there stays until the new one takes its place in one step; so does each file beside it. The
    proof is written last: a death before that leaves a film without one, which is made sure of again.

    Args:
        work: The working folder.
        target: The folder of this job's finished film.
        attempt: The attempt that made it.
        made_at: When, in seconds since 1970.
        told_s: How long the pipeline says it is; None when it says nothing.
        options: How it was ordered, to be read again by ``options_of``.
        share: Let both folders share the file where the system can (a hard link). Only for a pipeline that
            replaces its files and never writes into them, and that has proven every picture itself.
        broken_off: Asked again and again until the film is in place, whether there is no more time for it.

    Raises:
        VideoGenError: ``film-missing``, ``film-damaged``, ``broken-off``, ``disk-full`` or ``not-writable``.
    """
    source = made_file(work, FILM)
    if source is None:
        raise film_missing()
    probed = probe(source, told_s, every_picture=not share, broken_off=broken_off)
    with replacing(target / FILM) as partial:
        digest = _share(source, partial, broken_off) if share else None
        digest = digest or _copy(source, partial, broken_off)
    for name in _BESIDE:  # small, and from here to the proof nothing breaks off: the old proof fits no longer
        _put_beside(work, target, name)
    film = Film(
        target / FILM, probed.duration_s, probed.width, probed.height, probed.size, digest, made_at, attempt
    )
    proof = {**asdict(film), "options": options}
    write_bytes(target / PROOF, msgspec.json.format(msgspec.json.encode(proof, enc_hook=os.fspath), indent=1))
    return film


def _share(source: Path, partial: Path, broken_off: Callable[[], bool]) -> str | None:
    """Give a file a second name; its SHA-256, or None where that cannot be (another file system, FAT, …)."""
    try:
        os.link(source, partial)
    except OSError as error:
        _log.info("the film is copied, since it cannot be linked: %s", error)
        return None
    if not stat.S_ISREG(partial.lstat().st_mode):
        raise film_missing()
    return sha256_of(partial, functools.partial(blocks_until, broken_off))


def _copy(source: Path, partial: Path, broken_off: Callable[[], bool]) -> str:
    """Copy a file and read the copy again; its SHA-256."""
    digest = hashlib.sha256()
    with _opened(source) as read, partial.open("xb") as written:
        for block in blocks_until(broken_off, read):
            digest.update(block)
            written.write(block)
        written.flush()
        os.fsync(written.fileno())
    if sha256_of(partial, functools.partial(blocks_until, broken_off)) != digest.hexdigest():
        raise VideoGenError(
            "copy-differs",
            "The film was copied to its place, and the copy is not the same.",
            "Check the disk for films, or choose another folder for them.",
            retryable=True,
        )
    return digest.hexdigest()


def _put_beside(work: Path, target: Path, name: str) -> None:
    """Copy a file of the film, or remove the old one where this film has none."""
    source = made_file(work, name)
    if source is None or source.stat().st_size > LARGEST_TEXT:
        (target / name).unlink(missing_ok=True)
        return
    with replacing(target / name) as partial:
        _copy(source, partial, lambda: False)


def _opened(path: Path) -> BufferedReader:
    """Open a file that is no link, even if it has become one meanwhile."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags), "rb")
