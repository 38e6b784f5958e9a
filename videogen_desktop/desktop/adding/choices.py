"""Which voices and pipelines there are to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.jobs.model import BUILT_IN

if TYPE_CHECKING:
    from collections.abc import Callable

    from videogen_desktop.jobs.model import JobOptions
    from videogen_desktop.jobs.settings import QueueSettings


@dataclass(frozen=True)
class Choices:
    """What the computer and the settings offer.

    Attributes:
        voices: Names of voices, the built-in one first.
        profiles: Names of pipelines, the built-in one first.
    """

    voices: tuple[str, ...] = ()
    profiles: tuple[str, ...] = (BUILT_IN,)

    def lacks_voice(self, options: JobOptions) -> bool:
        """Whether the built-in pipeline is asked for a voice that is not there; others have their own."""
        voice = options.voice
        if not voice or options.profile != BUILT_IN:
            return False
        return not any(voice == name or voice in name.split("-")[1:2] for name in self.voices)

    def lacks_profile(self, options: JobOptions) -> bool:
        """Whether a pipeline is asked for that is not in the settings any more."""
        return options.profile not in self.profiles


def find_choices(settings: Callable[[], QueueSettings]) -> Choices:
    """Look at the disk and the settings; not for the UI thread."""
    from videogen_desktop.pipeline.narration import (
        list_voices,
    )  # numpy, which the start of the window needs not

    voices = tuple(dict.fromkeys(voice.name for voice in list_voices()))
    return Choices(voices, (BUILT_IN, *(profile.name for profile in settings().profiles)))
