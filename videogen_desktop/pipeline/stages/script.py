"""generate-script: paper.json -> script.json, unless a person has edited it: then theirs stands."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from videogen_desktop.errors import VideoGenError
from videogen_desktop.papers.model import Paper
from videogen_desktop.pipeline.job import FilmOptions
from videogen_desktop.pipeline.maker import closing_words
from videogen_desktop.pipeline.manifest import fingerprint
from videogen_desktop.pipeline.script import Closing, Script, check_grounding, write_script
from videogen_desktop.pipeline.script.writing import SCRIPT_VERSION
from videogen_desktop.pipeline.stages.bench import PAPER, SCRIPT, Bench
from videogen_desktop.typed_json import read_json

WORK = "generate-script"
_CLOSING = f"{WORK}/closing"
_USUAL = FilmOptions()


def run(bench: Bench) -> None:
    """Write the script, unless that is proven done or a person has edited the one that is there.

    Raises:
        VideoGenError: ``bad-script`` or ``not-in-source`` for an edited script; or as ``write_script`` says.
    """
    paper = bench.read(PAPER, Paper)
    inputs = _inputs_of(bench)
    if bench.proves(WORK, inputs):
        script = bench.read(SCRIPT, Script)
        if _closed_as_asked(bench):
            bench.progress.skip("generate-script", _summary(script))
            return
        bench.progress.start("generate-script", "Writing the closing words")
        _close(bench, script)
        bench.record(WORK, inputs, [SCRIPT])
        bench.progress.done(_summary(script))
        return
    bench.progress.start("generate-script", "Writing the script")
    kept = ""
    if _edited(bench):
        if _made_from(bench, inputs):
            script = _read_edited(bench, paper)
            if not _closed_as_asked(bench):
                _close(bench, script)
            bench.progress.done(
                f"Your edited script is used, its numbers and quotes checked: {_summary(script)}"
            )
            return
        kept = f"; yours is kept as {bench.set_aside(SCRIPT)}"
    script = _written(bench, paper)
    _close(bench, script)
    bench.record(WORK, inputs, [SCRIPT])
    bench.progress.done(_summary(script) + kept)


def read_script(bench: Bench) -> Script:
    """Read the script for a later stage; one that a person has edited is checked first.

    Raises:
        VideoGenError: ``step-missing``, ``bad-script`` or ``not-in-source``.
    """
    script = bench.read(SCRIPT, Script)
    return _read_edited(bench, bench.read(PAPER, Paper)) if _edited(bench) else script


def _inputs_of(bench: Bench) -> str:
    """What the script is made from.

    The usual length and audience add nothing, so that a folder of a program that did not know them is proven.
    """
    options = bench.job.options
    told = (options.length, options.audience)
    asked = () if told == (_USUAL.length, _USUAL.audience) else told
    return fingerprint(SCRIPT_VERSION, bench.digest(PAPER), options.allow_retracted, *asked)


def _closing_inputs(text: str) -> str:
    return fingerprint(SCRIPT_VERSION, text)


def _closed_as_asked(bench: Bench) -> bool:
    """Whether the closing words that are asked for were put into the script, edited since or not.

    They are a piece of work by themselves: other ones change no sentence, and a person's edits stay.
    """
    proof = bench.manifest.proof_of(_CLOSING)
    done = proof.inputs if proof else _closing_inputs("")
    return done == _closing_inputs(bench.job.options.closing)


def _close(bench: Bench, script: Script) -> None:
    """Write the script with the closing words that are asked for."""
    text = bench.job.options.closing
    bench.write(SCRIPT, replace(script, closing=Closing(text) if text else None))
    bench.record(_CLOSING, _closing_inputs(text), [])


def _written(bench: Bench, paper: Paper) -> Script:
    options = bench.job.options
    return write_script(
        paper,
        allow_retracted=options.allow_retracted,
        length=options.length,
        audience=options.audience,
    )


def _edited(bench: Bench) -> bool:
    """Whether script.json is there and is not the one that was recorded."""
    proof = bench.manifest.proof_of(WORK)
    return bench.path(SCRIPT).exists() and (
        proof is None or bench.digest(SCRIPT) != proof.outputs.get(SCRIPT)
    )


def _made_from(bench: Bench, inputs: str) -> bool:
    proof = bench.manifest.proof_of(WORK)
    return proof is not None and proof.inputs == inputs


def _read_edited(bench: Bench, paper: Paper) -> Script:
    try:
        script = read_json(bench.path(SCRIPT).read_bytes(), Script)
    except msgspec.DecodeError as error:
        raise VideoGenError(
            "bad-script",
            f"Your edited script.json cannot be read: {error}.",
            "Mend it there, or delete the file to have the script written anew.",
        ) from error
    if not script.scenes or not all(scene.sentences for scene in script.scenes):
        raise VideoGenError(
            "bad-script",
            "Your edited script.json has a scene without a sentence.",
            "Give each scene a sentence or remove the scene, or delete the file to have it written anew.",
        )
    if script.closing:
        script = replace(script, closing=_checked(script.closing))
    check_grounding(script, paper)
    _check_credits(script, _written(bench, paper))
    return script


def _checked(closing: Closing) -> Closing | None:
    try:
        text = closing_words(closing.text)
    except VideoGenError as error:
        raise VideoGenError("bad-script", error.message, "Shorten them in script.json.") from error
    return Closing(text) if text else None


def _check_credits(edited: Script, written: Script) -> None:
    """An edit may change what is told, not whose it is, what it is licensed for, or that it was retracted."""
    figures = {scene.figure for scene in written.scenes if scene.figure}
    kept = (edited.card, edited.banner, edited.warning) == (written.card, written.banner, written.warning)
    told = edited.scenes[-1] == written.scenes[-1] and edited.scenes[0].kind == "title"
    if not kept or not told or any(scene.figure not in figures for scene in edited.scenes if scene.figure):
        raise VideoGenError(
            "bad-script",
            "Your edited script.json changes the title card, the last scene, the banner or a credit.",
            "Change only sentences and scenes there, or delete the file to have it written anew.",
        )


def _summary(script: Script) -> str:
    sentences = sum(len(scene.sentences) for scene in script.scenes)
    return f"{len(script.scenes)} scenes, {sentences} sentences"
