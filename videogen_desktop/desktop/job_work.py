"""What is done with chosen jobs beyond the queue: citing, folders, options, and films that were moved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from videogen_desktop.desktop.citing import papers_of
from videogen_desktop.desktop.finding import put_back
from videogen_desktop.papers.citation import cite

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from videogen_desktop.desktop.adding.choices import Choices
    from videogen_desktop.desktop.decisions import Decisions
    from videogen_desktop.desktop.details import DetailPane
    from videogen_desktop.desktop.main_window import MainWindow
    from videogen_desktop.desktop.player import PlayerPane
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.desktop.wanted import Act
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.store import JobStore
    from videogen_desktop.papers.citation import CitationForm

_AT_ONCE: Final = 500
"""Jobs that are read before anybody could ask how far that is."""


class JobWork(QObject):
    """Carries it out.

    Args:
        window: What a person sees.
        link: The queue, open.
        decisions: What is decided about jobs.
        details: Shows the chosen job.
        player: Plays its film.
    """

    def __init__(
        self,
        window: MainWindow,
        link: QueueLink,
        decisions: Decisions,
        details: DetailPane,
        player: PlayerPane,
    ) -> None:
        super().__init__(window)
        self._window, self._link, self._decisions = window, link, decisions
        self._details, self._player = details, player
        player.make_again_wanted.connect(self._make_again)
        player.find_wanted.connect(self._find_film)
        player.broken.connect(self._note_whether_missing)
        player.film_opened.connect(self._note_whether_missing)
        details.approve_wanted.connect(lambda job_id: decisions.approve([job_id]))
        details.act_wanted.connect(self.act)

    def act(self, act: Act, job_id: int) -> None:
        """Do with one job what was offered beside it or in its row."""
        decide, one = self._decisions, [job_id]
        calls: Mapping[Act, Callable[[], object]] = {
            "review": lambda: self._review(job_id),
            "approve": lambda: decide.approve(one),
            "allow": lambda: decide.approve(one),
            "choose": lambda: self.change_options(one, then=lambda: decide.retry(one)),
            "file": self._window.actions_["open"].trigger,
            "settings": self._window.actions_["settings"].trigger,
            "retry": lambda: decide.retry(one),
            "resume": lambda: decide.resume(one),
            "cancel": lambda: decide.cancel(one),
            "remove": lambda: decide.remove(one),
        }
        calls[act]()

    def _review(self, job_id: int) -> None:
        """Show a script that is to be read before its film is made."""
        self._window.actions_["details"].setChecked(True)
        if self._window.table.chosen_ids() != [job_id]:
            self._window.table.choose([job_id])
        self._details.read_script()

    def open_folder(self) -> None:
        """Show the first of the chosen films in the file manager."""
        ids = self._window.table.chosen_ids()
        self._link.read(lambda store: _first_film(store, ids), self._show_folder, key=(self, "folder"))

    def _show_folder(self, film: Path | None) -> None:
        if film is None:
            self._window.notices.say(self.tr("None of the chosen papers has a film yet."))
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(film.parent)))

    def cite(self, form: CitationForm) -> None:
        """Copy the citations of the chosen papers."""
        ids, link, notices = self._window.table.chosen_ids(), self._link, self._window.notices
        folder = link.queue.folder

        def cited(store: JobStore) -> tuple[str, int]:
            papers = list(papers_of(store, folder, ids, lambda: link.is_open))
            return cite(papers, form), len(papers)

        def copied(text: str, number: int) -> None:
            QGuiApplication.clipboard().setText(text)
            told = self.tr("Citation copied.") if number == 1 else self.tr("{n} citations copied.")
            notices.say(told.format(n=number), "good")

        if len(ids) > _AT_ONCE:
            notices.say(self.tr("Copying {n} citations …").format(n=len(ids)))
        link.read(cited, lambda found: copied(*found), key=(self, "cite"))

    def change_options(self, ids: Sequence[int], then: Callable[[], object] | None = None) -> None:
        """Ask how the films of some papers are to be made; ``then`` follows when that was chosen."""
        from videogen_desktop.desktop.adding.choices import find_choices

        settings = self._link.queue.settings

        def found(store: JobStore) -> tuple[Job | None, Choices]:
            return store.get(ids[0]), find_choices(settings)

        if ids:
            self._link.read(found, lambda both: self._ask_options(ids, *both, then), key=(self, "options"))

    def _ask_options(
        self, ids: Sequence[int], first: Job | None, choices: Choices, then: Callable[[], object] | None
    ) -> None:
        from videogen_desktop.desktop.options_dialog import OptionsDialog

        if first is None:
            return
        dialog = OptionsDialog(self._window.theme, first.options, choices, len(ids), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda options: self._decisions.set_options(ids, options))
        if then is not None:
            dialog.chosen.connect(lambda _options: then())
        dialog.open()

    def _make_again(self) -> None:
        if self._details.job:
            self._player.release()
            self._decisions.retry([self._details.job.id], from_scratch=True)

    def _note_whether_missing(self, path: str) -> None:
        """The list says so too, until the film is there again."""
        job = self._details.job
        if job is None or job.film is None or str(job.film.path) != path:
            return
        film, job_id = job.film.path, job.id

        def note(store: JobStore) -> None:
            known, missing = store.get(job_id), not film.exists()
            if known and known.film and known.film.missing != missing:
                store.mark_film(job_id, missing=missing)

        self._link.write(note)

    def _find_film(self) -> None:
        job = self._details.job
        if job is None or job.film is None:
            return
        film, job_id = job.film, job.id
        dialog = QFileDialog(self._window, self.tr("Find the film"))
        dialog.setNameFilter(self.tr("Films (*.mp4)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def back(store: JobStore, found: str) -> None:
            put_back(film, Path(found))
            store.mark_film(job_id, missing=False)

        def tell(_nothing: None) -> None:
            self._window.notices.forget("other-film")
            self._window.notices.say(self.tr("The film is in its place again."), "good")
            self._details.look_again(job_id)

        dialog.fileSelected.connect(lambda found: self._link.write(lambda store: back(store, found), tell))
        dialog.open()


def _first_film(store: JobStore, ids: Sequence[int]) -> Path | None:
    """The first film of some jobs that is where it was put; of those that are not, the first."""
    missing = None
    for begin in range(0, len(ids), _AT_ONCE):
        for job in store.jobs(ids[begin : begin + _AT_ONCE]):
            if job.film and not job.film.missing:
                return job.film.path
            missing = missing or (job.film.path if job.film else None)
    return missing
