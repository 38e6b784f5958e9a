"""What is done when a key or a button asks the player for something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from videogen_desktop.desktop.player.commands import Command
from videogen_desktop.desktop.player.sound import VOLUME_STEP
from videogen_desktop.desktop.player.transport import SKIP_S

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from videogen_desktop.desktop.player.pane import PlayerPane


def deeds(player: PlayerPane) -> Mapping[Command, Callable[[], None]]:
    """What each command does with a player."""
    go, sound, scenes = player.transport, player.sound, player.scenes
    return {
        Command.TOGGLE: lambda: player.pause() if go.playing else player.play(),
        Command.PAUSE: player.pause,
        Command.FORWARD: lambda: go.forward() if go.playing else player.play(),
        Command.BACKWARD: go.backward,
        Command.SKIP_BACK: lambda: go.skip(-SKIP_S),
        Command.SKIP_ON: lambda: go.skip(SKIP_S),
        Command.FRAME_BACK: lambda: go.step(-1),
        Command.FRAME_ON: lambda: go.step(1),
        Command.CHAPTER_BACK: lambda: scenes.step_back() if scenes.paths else go.previous_chapter(),
        Command.CHAPTER_ON: lambda: scenes.step_on() if scenes.paths else go.next_chapter(),
        Command.START: lambda: go.seek(0.0),
        Command.END: lambda: go.seek(go.duration),
        Command.SLOWER: lambda: go.change_speed(-1),
        Command.FASTER: lambda: go.change_speed(1),
        Command.LOUDER: lambda: sound.set_volume(sound.volume + VOLUME_STEP),
        Command.QUIETER: lambda: sound.set_volume(sound.volume - VOLUME_STEP),
        Command.MUTE: lambda: sound.set_muted(not sound.muted),
        Command.LOOP: lambda: go.set_loop(not go.loop),
        Command.CAPTIONS: player.captioning.toggle,
        Command.FULL_SCREEN: player.toggle_full_screen,
        Command.LEAVE_FULL_SCREEN: lambda: player.set_full_screen(False),
    }
