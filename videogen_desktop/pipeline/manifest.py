"""manifest.json: the proof that a piece of work is done, by the hashes of what went in and what came out."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import msgspec

from videogen_desktop import __version__
from videogen_desktop.files import sha256_of, write_bytes
from videogen_desktop.typed_json import read_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_log = logging.getLogger(__name__)
_FORMAT = 1
NAME = "manifest.json"


@dataclass(frozen=True)
class Proof:
    """One piece of finished work."""

    inputs: str
    """SHA-256 of what went in; empty once it is to be done again."""
    outputs: dict[str, str]
    """SHA-256 of each file that came out, by its path relative to the output folder."""
    finished: str
    """When, in UTC (ISO 8601)."""


@dataclass(frozen=True)
class _Document:
    version: int
    program: str
    paper: str
    work: dict[str, Proof] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)


class Manifest:
    """The proofs of one output folder. A piece of work is named ``generate-audio/scene_03``.

    The file is rewritten whole after each piece; a manifest that cannot be read proves nothing, so that
    the work is done again rather than believed.
    """

    def __init__(self, folder: Path, paper: str, work: dict[str, Proof] | None = None) -> None:
        self._folder = folder
        self.paper = paper
        self.options: dict[str, str] = {}
        """What the film is to look and sound like, for steps that are run by themselves."""
        self._work = dict(work or {})

    @classmethod
    def read(cls, folder: Path) -> Manifest | None:
        """Read a folder's manifest; None when there is none or it proves nothing."""
        try:
            document = read_json((folder / NAME).read_bytes(), _Document)
        except FileNotFoundError:
            return None
        except (msgspec.DecodeError, OSError) as error:
            _log.warning("manifest.json cannot be read, so its steps are done again: %s", error)
            return cls(folder, "")
        if document.version != _FORMAT:
            _log.warning("manifest.json is of another version, so its steps are done again")
            return cls(folder, document.paper)
        manifest = cls(folder, document.paper, document.work)
        manifest.options = document.options
        return manifest

    def proves(self, work: str, inputs: str) -> bool:
        """Whether the work was done from the same inputs and every file it made is still what it was."""
        proof = self._work.get(work)
        return (
            proof is not None
            and proof.inputs == inputs
            and all(_unchanged(self._folder / name, digest) for name, digest in proof.outputs.items())
        )

    def proof_of(self, work: str) -> Proof | None:
        """The proof of a piece of work, whether or not it still holds."""
        return self._work.get(work)

    def record(self, work: str, inputs: str, outputs: Iterable[str]) -> None:
        """Prove a piece of work by its inputs and the files it has just made, and save the manifest."""
        digests = {name: sha256_of(self._folder / name) for name in outputs}
        self._work[work] = Proof(inputs, digests, dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))
        self.save()

    def forget(self, work: str) -> Proof | None:
        """Take a proof back, before its work is done anew."""
        return self._work.pop(work, None)

    def void(self, stage: str) -> None:
        """Let a stage and its pieces prove nothing any more; which files they made is still known."""
        for work in (stage, *self.works(f"{stage}/")):
            if proof := self._work.get(work):
                self._work[work] = replace(proof, inputs="")

    def works(self, prefix: str) -> list[str]:
        """Names of the recorded pieces of work that begin with ``prefix``."""
        return [name for name in self._work if name.startswith(prefix)]

    def save(self) -> None:
        """Write the manifest.

        Raises:
            VideoGenError: ``disk-full`` or ``not-writable``.
        """
        document = _Document(_FORMAT, f"videogen-desktop {__version__}", self.paper, self._work, self.options)
        write_bytes(self._folder / NAME, msgspec.json.format(msgspec.json.encode(document), indent=1))


def fingerprint(*parts: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """SHA-256 of any data that JSON can hold, the same for equal data."""
    return hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()


def _unchanged(path: Path, digest: str) -> bool:
    try:
        return sha256_of(path) == digest
    except OSError:
        return False
