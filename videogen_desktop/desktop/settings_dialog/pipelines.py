"""Settings: pipelines of a person's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from videogen_desktop.desktop.settings_dialog.checking import check_profile
from videogen_desktop.desktop.settings_dialog.page import Page
from videogen_desktop.desktop.settings_dialog.profile_form import ProfileForm
from videogen_desktop.desktop.settings_dialog.secret_field import SecretField
from videogen_desktop.desktop.title_text import shown
from videogen_desktop.jobs.settings import Profile

if TYPE_CHECKING:
    from videogen_desktop.desktop.background import Background
    from videogen_desktop.desktop.secrets import Secrets
    from videogen_desktop.desktop.settings_dialog.draft import Draft, KeyChange
    from videogen_desktop.desktop.theme import Theme


class PipelinesPage(Page):
    """Pipelines of a person's own, one at a time, and the keys of the one that is shown.

    Args:
        theme: Gives the icons.
        secrets: Keeps the keys.
        background: Where the keyring is asked.
    """

    icon: ClassVar[str] = "terminal"

    profiles_changed = Signal(object)
    """The names of all pipelines, in their order."""

    @staticmethod
    def called() -> str:
        """What the list of pages calls it."""
        return QCoreApplication.translate("PipelinesPage", "Pipelines")

    def __init__(self, theme: Theme, secrets: Secrets, background: Background) -> None:
        super().__init__(
            self.tr(
                "Films can also be made by a program of your own, which is given a paper and a folder. It "
                "runs with your rights: add only what you trust."
            ),
        )
        self._theme = theme
        self._secrets = secrets
        self._background = background
        self._profiles: list[Profile] = []
        self._which = QComboBox()
        self._add = QPushButton(self.tr("A&dd"))
        self._remove = QPushButton(self.tr("&Remove"))
        self._form = ProfileForm()
        self._keys: dict[str, tuple[QLabel, SecretField]] = {}
        self._keys_box = QVBoxLayout()
        self._lay_out()
        self._recolour()
        self._which.currentIndexChanged.connect(self._turn_to)
        self._add.clicked.connect(self._add_one)
        self._remove.clicked.connect(self._remove_one)
        self._form.edited.connect(self._typed)
        theme.changed.connect(self._recolour)

    @property
    def problem(self) -> str:
        """What is wrong with the first pipeline that is not sound."""
        for number, profile in enumerate(self._profiles):
            if problem := check_profile(profile, self._names_but(number)).first:
                named = shown(profile.name) or self.tr("New pipeline")
                return self.tr("{name}: {problem}").format(name=named, problem=problem)
        return ""

    def show_draft(self, draft: Draft) -> None:
        """Show the pipelines there are."""
        self._profiles = list(draft.queue.profiles)
        self._offer(0)

    def taken_into(self, draft: Draft) -> Draft:
        """The settings of the queue with these pipelines."""
        return replace(draft, queue=replace(draft.queue, profiles=tuple(self._profiles)))

    def key_changes(self) -> tuple[KeyChange, ...]:
        """The keys that were typed, of all pipelines there are."""
        wanted = {name for profile in self._profiles for name in profile.secrets}
        changes = (field.change() for name, (_, field) in self._keys.items() if name in wanted)
        return tuple(change for change in changes if change)

    def show_key(self, name: str, profile: str) -> None:
        """Show a pipeline, with the cursor where its key is typed."""
        names = [each.name for each in self._profiles]
        if profile not in names:
            return
        at = names.index(profile)
        self._which.setCurrentIndex(at)
        wanted = name or next(iter(self._profiles[at].secrets), "")
        if wanted in self._keys:
            self._keys[wanted][1].line.setFocus()

    def leave(self) -> None:
        """Forget what was typed."""
        for _, field in self._keys.values():
            field.leave()

    def _turn_to(self) -> None:
        at = self._which.currentIndex()
        there = 0 <= at < len(self._profiles)
        self._form.setVisible(there)
        self._remove.setEnabled(there)
        self._which.setVisible(there)
        if there:
            self._form.show_profile(self._profiles[at])
            self._form.check(self._names_but(at))
        self._show_keys()

    def _typed(self) -> None:
        at = self._which.currentIndex()
        if at < 0:
            return
        self._profiles[at] = self._form.profile()
        self._which.setItemText(at, self._label(at))
        self._form.check(self._names_but(at))
        self._show_keys()
        self._tell()

    def _add_one(self) -> None:
        self._profiles.append(Profile(self._free_name(), ()))
        self._offer(len(self._profiles) - 1)
        self._form.begin_typing()
        self._tell()

    def _remove_one(self) -> None:
        at = self._which.currentIndex()
        del self._profiles[at]
        self._offer(min(at, len(self._profiles) - 1))
        self._tell()

    def _offer(self, chosen: int) -> None:
        with QSignalBlocker(self._which):
            self._which.clear()
            self._which.addItems([self._label(at) for at in range(len(self._profiles))])
            self._which.setCurrentIndex(chosen)
        self._turn_to()

    def _tell(self) -> None:
        self.profiles_changed.emit([profile.name for profile in self._profiles if profile.name])
        self.edited.emit()

    def _label(self, at: int) -> str:
        return shown(self._profiles[at].name) or self.tr("New pipeline")

    def _names_but(self, at: int) -> list[str]:
        return [profile.name for number, profile in enumerate(self._profiles) if number != at]

    def _free_name(self) -> str:
        usual = self.tr("My pipeline")
        taken = {profile.name for profile in self._profiles}
        candidates = (usual, *(f"{usual} {number}" for number in range(2, len(taken) + 3)))
        return next(name for name in candidates if name not in taken)

    def _show_keys(self) -> None:
        """A field for each key of the pipeline that is shown; what was typed for others is kept."""
        at = self._which.currentIndex()
        wanted: tuple[str, ...] = ()
        if 0 <= at < len(self._profiles) and not check_profile(self._profiles[at], ()).secrets:
            wanted = self._profiles[at].secrets
        new = [name for name in wanted if name not in self._keys]
        self._keys.update((name, self._new_key(name)) for name in new)
        for name, widgets in self._keys.items():
            for widget in widgets:
                widget.setVisible(name in wanted)
        if new:
            self.grown.emit()

    def _new_key(self, name: str) -> tuple[QLabel, SecretField]:
        label = QLabel(self.tr("Value of {name}").format(name=name))
        field = SecretField(name, label.text(), self._secrets, self._background)
        field.changed.connect(self.edited)
        self._keys_box.addWidget(label)
        self._keys_box.addWidget(field)
        return label, field

    def _recolour(self) -> None:
        self._add.setIcon(self._theme.icon("plus"))
        self._remove.setIcon(self._theme.icon("trash-2"))

    def _lay_out(self) -> None:
        self._which.setAccessibleName(self.tr("Pipeline to be changed"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._which, 1)
        for button in (self._add, self._remove):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text().replace("&", ""))
            row.addWidget(button)
        row.addStretch(0)
        top = QWidget()
        top.setLayout(row)
        self.whole(top)
        self.whole(self._form)
        keys = QWidget()
        keys.setLayout(self._keys_box)
        self._keys_box.setContentsMargins(0, 0, 0, 0)
        self.whole(keys)
        self.end()
        self._turn_to()
