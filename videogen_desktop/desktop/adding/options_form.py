"""How the films are to be made: the choices of the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from videogen_desktop.desktop.adding.choices import Choices
from videogen_desktop.desktop.adding.shapes import SIDE, shape_icon
from videogen_desktop.desktop.title_text import shown
from videogen_desktop.jobs.model import BUILT_IN, JobOptions
from videogen_desktop.pipeline.job import Aspect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from videogen_desktop.desktop.theme import Theme

_COLUMNS = 3
_ASPECTS: tuple[Aspect, ...] = get_args(Aspect)


class OptionsForm(QWidget):
    """The fields of ``JobOptions``.

    Args:
        theme: For the pictures of shapes.
        options: What is chosen at first.
        parent: Owns it.
    """

    changed = Signal()
    """Something else was chosen by the person."""

    def __init__(self, theme: Theme, options: JobOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._first = options
        self._aspect = self._combo(self.tr("Shape of the picture"))
        self._length = self._combo(self.tr("Length"))
        self._captions = self._combo(self.tr("Captions"))
        self._audience = self._combo(self.tr("Audience"))
        self._look = self._combo(self.tr("Colours of the film"))
        self._voice = self._combo(self.tr("Voice"))
        self._profile = self._combo(self.tr("Pipeline"))
        self._labels: list[QLabel] = []
        self._only_voice = QLabel(self)
        self._only_voice.setAccessibleName(self.tr("Voice"))
        self._review = QCheckBox(self.tr("Let me read the script first"), self)
        self._retracted = QCheckBox(self.tr("Also retracted papers"), self)
        self._own = QCheckBox(self._own_words(), self)
        self._fill()
        self._lay_out()
        self.offer(Choices((), tuple(dict.fromkeys((BUILT_IN, options.profile)))))
        self._draw_shapes()
        self._listen()

    def options(self) -> JobOptions:
        """What is chosen."""
        own = self._own.isChecked()
        return JobOptions(
            logo=self._first.logo if own else None,
            closing=self._first.closing if own else "",
            aspect=self._aspect.currentData(),
            length=self._length.currentData(),
            voice=self._voice.currentData(),
            audience=self._audience.currentData(),
            captions=self._captions.currentData(),
            theme=self._look.currentData(),
            allow_retracted=self._retracted.isChecked(),
            review=self._review.isChecked(),
            profile=self._profile.currentData(),
        )

    def offer(self, choices: Choices) -> None:
        """Offer the voices and pipelines that there are; what is chosen stays chosen, even if it is gone."""
        chosen = self._voice.currentData() if self._voice.count() else self._first.voice
        profile = self._profile.currentData() if self._profile.count() else self._first.profile
        built_in, *others = choices.voices or ("",)
        default = (
            self.tr("{name} (built in)").format(name=shown(built_in)) if built_in else self.tr("Built in")
        )
        voices = [(default, None), *((shown(name), name) for name in others)]
        if chosen and chosen not in others:
            voices.append((shown(chosen), chosen))
        _refill(self._voice, voices, chosen)
        names = dict.fromkeys((*choices.profiles, profile))
        titles = [(self.tr("Built in") if name == BUILT_IN else shown(name), name) for name in names]
        _refill(self._profile, titles, profile)
        self._only_voice.setText(default)
        self._voice.setVisible(len(voices) > 1)
        self._only_voice.setVisible(len(voices) == 1)
        for widget in (self._profile, self._labels[-1]):
            widget.setVisible(len(titles) > 1)

    def _own_words(self) -> str:
        """What there is of the person's own to put into the films; empty when there is nothing."""
        logo, closing = self._first.logo is not None, bool(self._first.closing)
        words = {
            (True, True): self.tr("With your logo and closing words"),
            (True, False): self.tr("With your logo"),
            (False, True): self.tr("With your closing words"),
        }
        return words.get((logo, closing), "")

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        return combo

    def _fill(self) -> None:
        first = self._first
        shapes = {"16:9": self.tr("Wide, 16:9"), "9:16": self.tr("Tall, 9:16"), "1:1": self.tr("Square, 1:1")}
        self._aspect.setIconSize(QSize(SIDE, SIDE))
        _refill(self._aspect, ((text, value) for value, text in shapes.items()), first.aspect)
        lengths = {"short": self.tr("Short"), "standard": self.tr("Standard"), "long": self.tr("Long")}
        _refill(self._length, ((text, value) for value, text in lengths.items()), first.length)
        audiences = {"general": self.tr("Everyone"), "specialist": self.tr("Specialists")}
        _refill(self._audience, ((text, value) for value, text in audiences.items()), first.audience)
        captions = {"soft": self.tr("Can be turned off"), "burned": self.tr("In the picture")}
        _refill(self._captions, ((text, value) for value, text in captions.items()), first.captions)
        looks = {"paper": self.tr("Light"), "dark": self.tr("Dark")}
        looks.setdefault(first.theme, shown(first.theme))
        _refill(self._look, ((text, value) for value, text in looks.items()), first.theme)
        self._review.setChecked(first.review)
        self._retracted.setChecked(first.allow_retracted)
        self._own.setChecked(True)
        self._own.setVisible(bool(self._own.text()))
        parts = (shown(first.logo.name) if first.logo else "", shown(first.closing))
        self._own.setToolTip("\n".join(part for part in parts if part))
        self._review.setToolTip(self.tr("Each film waits after its script until you approve it."))
        self._retracted.setToolTip(self.tr("Films of retracted papers say so throughout."))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        fields = [
            (self.tr("&Shape"), self._aspect),
            (self.tr("Len&gth"), self._length),
            (self.tr("&Captions"), self._captions),
            (self.tr("A&udience"), self._audience),
            (self.tr("Co&lours"), self._look),
            (self.tr("&Voice"), self._voice),
            (self.tr("&Pipeline"), self._profile),
        ]
        for number, (text, combo) in enumerate(fields):
            row, column = divmod(number, _COLUMNS)
            label = QLabel(text, self)
            label.setProperty("role", "subtle")
            label.setBuddy(combo)
            grid.addWidget(label, 2 * row, column)
            grid.addWidget(combo, 2 * row + 1, column)
            grid.setColumnStretch(column, 1)
            self._labels.append(label)
            if combo is self._voice:
                grid.addWidget(self._only_voice, 2 * row + 1, column)
        grid.addWidget(self._review, 6, 0, 1, 2)
        grid.addWidget(self._retracted, 6, 2)
        grid.addWidget(self._own, 7, 0, 1, _COLUMNS)
        grid.setContentsMargins(0, 0, 0, 0)

    def _listen(self) -> None:
        for combo in (
            self._aspect,
            self._length,
            self._captions,
            self._audience,
            self._look,
            self._voice,
            self._profile,
        ):
            combo.activated.connect(self.changed)
        for box in (self._review, self._retracted, self._own):
            box.clicked.connect(self.changed)
        self._theme.changed.connect(self._draw_shapes)

    def _draw_shapes(self) -> None:
        for row, aspect in enumerate(_ASPECTS):
            self._aspect.setItemIcon(row, shape_icon(aspect, self._theme.roles.text))


def _refill(combo: QComboBox, items: Iterable[tuple[str, object]], chosen: object) -> None:
    combo.clear()
    for text, value in items:
        combo.addItem(text, value)
    combo.setCurrentIndex(max(combo.findData(chosen), 0))
