"""Script -> narration: spoken sentences with their timings, at an even loudness, and their captions.

The voice is loaded by ``load_voice`` alone; importing this package loads neither piper nor onnxruntime.
"""

from videogen_desktop.pipeline.narration.cues import Cue, cues_of
from videogen_desktop.pipeline.narration.lexicon import Lexicon, english_lexicon, read_lexicon
from videogen_desktop.pipeline.narration.loudness import Loudness, Meter, master, measured
from videogen_desktop.pipeline.narration.model import (
    FRAME_RATE,
    SAMPLE_RATE,
    SAMPLES_PER_FRAME,
    Narration,
    SceneAudio,
    SpokenSentence,
)
from videogen_desktop.pipeline.narration.numerals import numbers_in
from videogen_desktop.pipeline.narration.speaking import NARRATION_VERSION, join_narration, narrate_scene
from videogen_desktop.pipeline.narration.voice import (
    Voice,
    VoiceFiles,
    find_voice,
    list_voices,
    load_voice,
    voices_folder,
)
from videogen_desktop.pipeline.narration.words import spoken_form

__all__ = [
    "FRAME_RATE",
    "NARRATION_VERSION",
    "SAMPLES_PER_FRAME",
    "SAMPLE_RATE",
    "Cue",
    "Lexicon",
    "Loudness",
    "Meter",
    "Narration",
    "SceneAudio",
    "SpokenSentence",
    "Voice",
    "VoiceFiles",
    "cues_of",
    "english_lexicon",
    "find_voice",
    "join_narration",
    "list_voices",
    "load_voice",
    "master",
    "measured",
    "narrate_scene",
    "numbers_in",
    "read_lexicon",
    "spoken_form",
    "voices_folder",
]
