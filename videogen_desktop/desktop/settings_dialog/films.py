"""Settings: how films are made unless something else is chosen for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QPushButton

from videogen_desktop.desktop.exporting.validity import Sentence
from videogen_desktop.desktop.said import explained, said
from videogen_desktop.desktop.settings_dialog.controls import Choice
from videogen_desktop.desktop.settings_dialog.listening import Listener
from videogen_desktop.desktop.settings_dialog.own_part import ClosingField, LogoField
from videogen_desktop.desktop.settings_dialog.page import Page
from videogen_desktop.desktop.title_text import shown
from videogen_desktop.jobs.model import BUILT_IN, JobOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.desktop.background import Background
    from videogen_desktop.desktop.settings_dialog.draft import Draft
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.errors import VideoGenError
    from videogen_desktop.pipeline.job import Aspect, Audience, Captions, Length


class FilmsPage(Page):
    """How films are made.

    Args:
        theme: Gives the icons.
        background: Where voices and themes are looked for.
    """

    icon: ClassVar[str] = "film"

    @staticmethod
    def called() -> str:
        """What the list of pages calls it."""
        return QCoreApplication.translate("FilmsPage", "Films")

    def __init__(self, theme: Theme, background: Background) -> None:
        super().__init__(
            self.tr("How new films are made. You can choose otherwise each time you add papers."),
        )
        self._theme = theme
        self._background = background
        self._options = JobOptions()
        self._profile: Choice[str] = Choice([(BUILT_IN, self.tr("Built-in"))])
        self._aspect: Choice[Aspect] = Choice(
            [
                ("16:9", self.tr("Wide, 16:9, for screens and talks")),
                ("9:16", self.tr("Tall, 9:16, for phones")),
                ("1:1", self.tr("Square, 1:1, for feeds")),
            ]
        )
        self._length: Choice[Length] = Choice(
            [
                ("short", self.tr("Short: the main finding")),
                ("standard", self.tr("Standard")),
                ("long", self.tr("Long: more of the paper")),
            ]
        )
        self._audience: Choice[Audience] = Choice(
            [
                ("general", self.tr("Everyone: why it matters, what it means")),
                ("specialist", self.tr("Specialists: methods and findings")),
            ]
        )
        self._captions: Choice[Captions] = Choice(
            [
                ("soft", self.tr("Can be turned off: a track of its own")),
                ("burned", self.tr("In the picture as well")),
            ]
        )
        self._look: Choice[str] = Choice()
        self._voice: Choice[str | None] = Choice([(None, self.tr("Built-in voice"))])
        self._logo = LogoField(background)
        self._closing = ClosingField()
        self._review = QCheckBox(self.tr("Stop after the script, so that I can read it first"))
        self._listen = QPushButton(self.tr("&Listen"))
        self._heard = Sentence()
        self._listener = Listener(self)
        self._lay_out()
        self._connect()
        self._recolour()

    def look_around(self) -> None:
        """Look which voices and colours there are."""
        self._background.run(
            _voices_and_themes, lambda found: self._offer(*found), self._not_offered, key=self
        )

    @property
    def problem(self) -> str:
        """Why the logo or the closing words cannot be shown."""
        return self._logo.problem or self._closing.problem

    def show_draft(self, draft: Draft) -> None:
        """Show how films are made."""
        options = draft.preferences.options
        self._options = options
        self.offer_profiles([profile.name for profile in draft.queue.profiles])
        self._profile.take(options.profile, shown(options.profile))
        self._aspect.take(options.aspect, options.aspect)
        self._length.take(options.length, options.length)
        self._audience.take(options.audience, options.audience)
        self._captions.take(options.captions, options.captions)
        self._look.take(options.theme, self._look_name(options.theme))
        self._voice.take(options.voice, shown(options.voice or ""))
        self._logo.show_on(options.theme)
        self._logo.take(options.logo)
        self._closing.take(options.closing)
        self._review.setChecked(options.review)

    def taken_into(self, draft: Draft) -> Draft:
        """The options as they are chosen."""
        options = replace(
            self._options,
            profile=self._profile.chosen(),
            aspect=self._aspect.chosen(),
            length=self._length.chosen(),
            audience=self._audience.chosen(),
            captions=self._captions.chosen(),
            theme=self._look.chosen(),
            voice=self._voice.chosen(),
            review=self._review.isChecked(),
            logo=self._logo.logo(),
            closing=self._closing.words(),
        )
        return replace(draft, preferences=replace(draft.preferences, options=options))

    def offer_profiles(self, names: Sequence[str]) -> None:
        """Offer the pipelines there are; one that was given another name stays chosen."""
        before, chosen = self._profile.offered()[1:], self._profile.chosen()
        renamed = chosen in before and chosen not in names and len(before) == len(names)
        wanted = names[before.index(chosen)] if renamed else chosen
        self._profile.offer([(BUILT_IN, self.tr("Built-in")), *((name, shown(name)) for name in names)])
        self._profile.take(wanted if wanted in names else BUILT_IN, "")

    def leave(self) -> None:
        """Say no more."""
        self._background.drop(self)
        self._logo.leave()
        self._listener.close()

    def _offer(self, voices: Sequence[str], looks: Sequence[str]) -> None:
        voice, look = self._voice.chosen(), self._look.chosen()
        first, *others = voices or ("",)
        built_in = self.tr("Built-in voice ({name})").format(name=first) if first else self._voice.itemText(0)
        self._voice.offer([(None, built_in), *((name, shown(name)) for name in others)])
        self._voice.take(voice, self.tr("{name} (not found)").format(name=shown(voice or "")))
        self._look.offer([(name, self._look_name(name)) for name in looks])
        self._look.take(look, self._look_name(look))

    def _not_offered(self, error: VideoGenError) -> None:
        self._heard.tell(shown(said(error.message)), "warning")

    def _look_name(self, name: str) -> str:
        names = {"paper": self.tr("Light: dark on light"), "dark": self.tr("Dark: light on dark")}
        return names.get(name, shown(name))

    def _connect(self) -> None:
        looks = (self._profile, self._aspect, self._length, self._audience, self._captions)
        for choice in (*looks, self._look, self._voice):
            choice.currentIndexChanged.connect(self.edited)
        self._review.toggled.connect(self.edited)
        self._logo.changed.connect(self.edited)
        self._closing.changed.connect(self.edited)
        self._look.currentIndexChanged.connect(lambda: self._logo.show_on(self._look.chosen()))
        self._voice.currentIndexChanged.connect(self._listener.stop)
        self._listen.clicked.connect(self._listen_or_stop)
        self._listener.changed.connect(self._listening)
        self._listener.failed.connect(lambda error: self._heard.tell(explained(error), "bad"))
        self._listener.no_sound.connect(
            lambda: self._heard.tell(self.tr("The voice works; this computer has no sound."), "warning")
        )
        self._theme.changed.connect(self._recolour)

    def _listen_or_stop(self) -> None:
        if self._listener.now == "still":
            self._listener.listen(self._voice.chosen())
        else:
            self._listener.stop()

    def _listening(self, now: str) -> None:
        self._listen.setText(self.tr("&Listen") if now == "still" else self.tr("&Stop"))
        self._listen.setAccessibleName(self._listen.text().replace("&", ""))
        self._heard.tell(self.tr("Speaking …") if now == "speaking" else "", "subtle")
        self._recolour()

    def _recolour(self) -> None:
        self._listen.setIcon(self._theme.icon("volume-2" if self._listener.now == "still" else "square"))

    def _lay_out(self) -> None:
        self._look.take(JobOptions().theme, self._look_name(JobOptions().theme))
        self.row(self.tr("&Shape:"), self._aspect)
        self.row(self.tr("Len&gth:"), self._length)
        self.row(self.tr("&Audience:"), self._audience)
        self.row(self.tr("Colo&urs:"), self._look)
        self.row(self.tr("&Voice:"), self._voice, self._heard, beside=self._listen)
        self.row(self.tr("Ca&ptions:"), self._captions)
        self.section(self.tr("Your own part"))
        self.row(self.tr("L&ogo:"), self._logo)
        self.row(self.tr("Closing &words:"), self._closing)
        self.note(
            self.tr(
                "The logo stands on the first and the last scene, the closing words in the last one. They "
                "are shown, not spoken, and kept apart from what is the paper’s."
            )
        )
        self.section(self.tr("How the work is done"))
        self.row(self.tr("Pipeli&ne:"), self._profile)
        self._listen.setAutoDefault(False)
        self._listen.setAccessibleName(self.tr("Listen"))
        self._review.setAccessibleName(self._review.text())
        self.whole(self._review)
        self.end()


def _voices_and_themes() -> tuple[list[str], list[str]]:
    """The names of all voices, the built-in one first, and of all colours of films."""
    from videogen_desktop.pipeline.narration import list_voices  # NumPy and more: not in the window's start
    from videogen_desktop.pipeline.scenes.theme import load_themes

    return [voice.name for voice in list_voices()], list(load_themes())
