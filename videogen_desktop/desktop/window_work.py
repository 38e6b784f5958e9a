"""What the main window does: its actions, the choice of jobs and the queue's news, connected."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from videogen_desktop.desktop.added import Added
from videogen_desktop.desktop.allowed import OF_JOBS, allowed
from videogen_desktop.desktop.decisions import FIRST, LAST, USUAL, Decisions
from videogen_desktop.desktop.job_work import JobWork
from videogen_desktop.desktop.jobs_view import states_of
from videogen_desktop.desktop.menus import context_menu
from videogen_desktop.desktop.player import apply, habits_of, remember, remembered
from videogen_desktop.desktop.succession import Succession
from videogen_desktop.desktop.twins import TwinWatch
from videogen_desktop.desktop.undo_notices import UndoNotices
from videogen_desktop.desktop.undoing import UndoList
from videogen_desktop.desktop.wanted import wanted
from videogen_desktop.jobs.model import JobQuery
from videogen_desktop.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QPoint, QSettings

    from videogen_desktop.desktop.adding import Adder
    from videogen_desktop.desktop.decisions import Told
    from videogen_desktop.desktop.details import DetailPane
    from videogen_desktop.desktop.exporting import Exporter
    from videogen_desktop.desktop.main_window import MainWindow
    from videogen_desktop.desktop.notice import Kind
    from videogen_desktop.desktop.player import PlayerPane
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.jobs.model import Changes, Job, QueueState, SortKey
    from videogen_desktop.jobs.states import State
    from videogen_desktop.jobs.store import JobStore

_COUNT_MS: Final = 150
_SPLIT: Final = "details-splitter"
_SAMPLE: Final = "samples/elife-32671"
_MOST_WEIGHED: Final = 2000
"""Of how many chosen jobs it is asked what can be done with them; of more, anything may be."""
_TAKING_OUT: Final = ("pause-jobs", "cancel", "retry", "from-scratch", "approve", "remove")
"""Actions that can take the chosen jobs out of a list."""
_A_FILM: Final = JobQuery(sort="length")
"""Jobs that have a film, first."""


class WindowWork(QObject):
    """Connects a window to an open queue.

    Args:
        window: What a person sees.
        link: The queue, open.
        adder: Takes papers in.
        exporter: Exports films.
        details: Shows the chosen job.
        player: Plays its film.
    """

    def __init__(
        self,
        window: MainWindow,
        link: QueueLink,
        adder: Adder,
        exporter: Exporter,
        details: DetailPane,
        player: PlayerPane,
    ) -> None:
        super().__init__(window)
        self._window, self._link = window, link
        self._adder, self._exporter = adder, exporter
        self._details, self._player = details, player
        self._decisions = Decisions(link, self)
        self._jobs = JobWork(window, link, self._decisions, details, player)
        self._undo = UndoList(self)
        self._undo_notices = UndoNotices(window.notices, self._undo, self)
        self._twins = TwinWatch(link, self)
        self._succession = Succession(window.model, window.table, self)
        self._everything = 0
        self._running = 0
        self._awaited: int | None = None
        self._filter = "all"
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._counting.timeout.connect(self._count)
        self._connect_actions()
        self._connect_list()
        self._connect_queue()
        self._take_up(window.memory)
        window.remembering.connect(self._remember)
        self._queue_changed(link.pool.state)
        if not window.table.chosen_ids():
            window.table.choose(window.remembered_choice())
        self._count()
        window.model.read_list()

    # Connecting

    def _connect_actions(self) -> None:
        decide, chosen = self._decisions, self._window.table.chosen_ids
        calls: Mapping[str, Callable[[], object]] = {
            "add": self._adder.open_dialog,
            "open": self._open_files,
            "paste": self._paste,
            "sample": lambda: self._adder.add_paths([shipped(_SAMPLE)]),
            "export": lambda: self._exporter.export(chosen()),
            "export-all": lambda: self._exporter.export(None),
            "export-again": lambda: self._exporter.export_again(chosen()),
            "undo": self._undo.undo,
            "select-all": self._window.table.selectAll,
            "find": self._find,
            "pause-queue": self._pause_or_resume,
            "suspend-queue": lambda: self._link.pause(suspend=True),
            "after-this-one": self._after_this_one,
            "retry-failed": decide.retry_failed,
            "clear-completed": self._clear_completed,
            "approve": lambda: decide.approve(chosen()),
            "pause-jobs": lambda: decide.pause(chosen()),
            "resume-jobs": lambda: decide.resume(chosen()),
            "cancel": lambda: decide.cancel(chosen()),
            "retry": lambda: decide.retry(chosen()),
            "from-scratch": lambda: decide.retry(chosen(), from_scratch=True),
            "top": lambda: decide.move(chosen(), "top"),
            "up": lambda: decide.move(chosen(), "up"),
            "down": lambda: decide.move(chosen(), "down"),
            "bottom": lambda: decide.move(chosen(), "bottom"),
            "priority-high": lambda: decide.set_priority(chosen(), FIRST),
            "priority-normal": lambda: decide.set_priority(chosen(), USUAL),
            "priority-low": lambda: decide.set_priority(chosen(), LAST),
            "remove": lambda: decide.remove(chosen()),
            "options": lambda: self._jobs.change_options(chosen()),
            "open-folder": self._jobs.open_folder,
            "cite-text": lambda: self._jobs.cite("text"),
            "cite-bibtex": lambda: self._jobs.cite("bibtex"),
            "cite-ris": lambda: self._jobs.cite("ris"),
        }
        for name in _TAKING_OUT:
            self._window.actions_[name].triggered.connect(lambda: self._succession.act_on(chosen()))
        for name, call in calls.items():
            self._window.actions_[name].triggered.connect(lambda _checked=False, call=call: call())
        self._undo.changed.connect(self._show_undo)
        self._show_undo("")

    def _connect_list(self) -> None:
        window = self._window
        window.filters.chosen.connect(self._filter_chosen)
        window.search.searched.connect(lambda _text: self._ask())
        window.search.returnPressed.connect(window.table.setFocus)
        window.table.sorted_by.connect(self._sort)
        window.table.chosen.connect(self._chosen)
        window.table.reordered.connect(self._reorder)
        window.table.opened.connect(self._open)
        window.table.customContextMenuRequested.connect(self._offer)
        window.model.listed.connect(self._listed)
        window.model.refreshed.connect(self._refreshed)
        window.model.draggable = self._exporter.mime_of
        window.empty.wanted.connect(lambda name: window.actions_[name].trigger())
        window.nothing_found.wanted.connect(lambda _name: self._show_all())
        window.dropped.connect(self._adder.add_mime)
        window.take_drops(self._adder.accepts)
        self._details.act_wanted.connect(lambda _act, job_id: self._succession.act_on([job_id]))
        self._details.approve_wanted.connect(lambda job_id: self._succession.act_on([job_id]))
        self._adder.added.connect(self._twins.was_told)
        news = Added(window, self._link, self._adder, self._undo, self._undo_notices)
        news.choose_wanted.connect(self._choose)
        news.show_wanted.connect(self._show_added)

    def _connect_queue(self) -> None:
        link, notices = self._link, self._window.notices
        link.changed.connect(self._changed)
        link.queue_changed.connect(self._queue_changed)
        self._decisions.told.connect(self._told)
        self._twins.found.connect(self._offer_to_keep_one)
        for failing in (self._adder.failed, self._exporter.failed):
            failing.connect(notices.fail)

    # What is remembered

    def _take_up(self, memory: QSettings) -> None:
        apply(remembered(memory), self._player)
        split = memory.value(_SPLIT)
        if isinstance(split, QByteArray) and not split.isEmpty():
            self._details.split_again(split)

    def _remember(self, memory: QSettings) -> None:
        remember(habits_of(self._player), memory)
        memory.setValue(_SPLIT, self._details.split())
        self._adder.keep_draft()

    # The list

    def _filter_chosen(self, name: str) -> None:
        self._filter = name
        self._ask()

    def _ask(self) -> None:
        before = self._window.model.query
        query = JobQuery(states_of(self._filter), self._window.search.text(), before.sort, before.descending)
        if query != before:
            self._succession.list_asked_for()
            self._awaited = None
        self._window.model.ask(query)

    def _sort(self, sort: SortKey, descending: bool) -> None:
        query = self._window.model.query
        self._window.table.show_order(sort, descending=descending)
        self._window.model.ask(JobQuery(query.states, query.search, sort, descending))

    def _show_all(self) -> None:
        self._window.search.clear()
        self._window.filters.choose("all")
        self._filter_chosen("all")

    def _find(self) -> None:
        self._window.search.setFocus()
        self._window.search.selectAll()

    def _listed(self, number: int) -> None:
        self._window.show_list(number, self._everything)
        if self._awaited is not None:
            self._choose(self._awaited)
        self._succession.settle()
        self._chosen()

    def _chosen(self) -> None:
        ids = self._window.table.chosen_ids()
        self._allow(ids)
        if len(ids) != 1:
            self._details.show_job(None, len(ids))
            return
        job = self._window.model.known(ids[0])
        if job is not None:
            self._details.show_job(job)
        else:
            self._link.read(lambda store: store.get(ids[0]), self._show, key=(self, "shown"))

    def _show(self, job: Job | None) -> None:
        if self._window.table.chosen_ids() == ([job.id] if job else []):
            self._details.show_job(job)

    def _refreshed(self, job: Job) -> None:
        if self._window.table.current_id() == job.id:
            self._details.job_changed(job)
            self._allow(self._window.table.chosen_ids())

    def _allow(self, ids: Sequence[int]) -> None:
        """Enable what can be done with at least one of the chosen jobs."""
        jobs = [self._window.model.known(job_id) for job_id in ids[:_MOST_WEIGHED]]
        unknown = len(ids) > _MOST_WEIGHED or None in jobs
        can = OF_JOBS if unknown else allowed(job for job in jobs if job)
        for name in OF_JOBS:
            self._window.actions_[name].setEnabled(name in can)

    def _offer(self, at: QPoint) -> None:
        table = self._window.table
        if not table.indexAt(at).isValid():
            return
        menu = context_menu(table, self._window.actions_)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(table.viewport().mapToGlobal(at))

    def _open(self, job_id: int) -> None:
        """Do what a job wants of its owner; else play its film."""
        job = self._window.model.known(job_id)
        act = wanted(job) if job else None
        if act:
            self._succession.act_on([job_id])
            self._jobs.act(act, job_id)
        else:
            self._player.play()

    def _reorder(self, ids: Sequence[int], row: int) -> None:
        after = self._window.model.ids(range(row, self._window.model.rowCount()))
        moved = set(ids)
        self._decisions.move_before(ids, next((each for each in after if each not in moved), None))

    # The queue

    def _changed(self, _changes: Changes) -> None:
        if not self._counting.isActive():
            self._counting.start()

    def _count(self) -> None:
        def counted(store: JobStore) -> tuple[Mapping[State, int], bool]:
            return store.counts(), any(job.film for job in store.page(_A_FILM, 0, 1))

        self._link.read(counted, lambda found: self._counted(*found), key=(self, "counts"))

    def _counted(self, counts: Mapping[State, int], any_film: bool) -> None:
        self._everything = sum(counts.values())
        self._running = counts.get("running", 0)
        self._window.filters.count(counts)
        self._window.status.count(counts)
        self._window.actions_["retry-failed"].setEnabled(bool(counts.get("failed")))
        self._window.actions_["clear-completed"].setEnabled(bool(counts.get("completed")))
        self._window.actions_["export-all"].setEnabled(any_film)
        if not self._window.model.rowCount():
            self._window.show_list(0, self._everything)
        self._tell_banner()

    def _queue_changed(self, state: QueueState) -> None:
        pause = self._window.actions_["pause-queue"]
        held = bool({"owner", "after-this-one"} & set(state.reasons))
        pause.setChecked(held)
        pause.setText(self.tr("Go &on") if held else self.tr("&Pause"))
        self._window.actions_.show_icon("pause-queue", "play" if held else "pause")
        after = self._window.actions_["after-this-one"]
        after.setChecked(state.after_this_one)
        after.setEnabled(not held or state.after_this_one)
        self._tell_banner()

    def _tell_banner(self) -> None:
        pool = self._link.pool
        self._window.banner.tell(pool.state, pool.hindrances(), self._running)

    def _pause_or_resume(self) -> None:
        state = self._link.pool.state
        if {"owner", "after-this-one"} & set(state.reasons):
            self._link.resume()
        else:
            self._link.pause()

    def _after_this_one(self) -> None:
        if self._link.pool.state.after_this_one:
            self._link.resume()
        else:
            self._link.stop_after_this_one()

    # Decisions

    def _open_files(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Open lists of papers"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = "*.txt *.csv *.tsv *.nbib *.ris *.xml *.nxml"
        dialog.setNameFilters(
            [self.tr("Lists and papers ({kinds})").format(kinds=kinds), self.tr("All files (*)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self._adder.add_paths([Path(name) for name in names]))
        dialog.open()

    def _clear_completed(self) -> None:
        jobs = map(self._window.model.known, self._window.table.chosen_ids())
        self._succession.act_on(job.id for job in jobs if job and job.state == "completed")
        self._decisions.clear_completed()

    def _told(self, told: Told) -> None:
        kind: Kind = "info" if told.whole else "warning"
        if told.back is None:
            self._window.notices.say(told.text, kind)
            return
        self._undo.push(told.back)
        self._undo_notices.say(told.text, kind, told.back)

    def _offer_to_keep_one(self, twins: Sequence[int]) -> None:
        if len(twins) == 1:
            text = self.tr("A paper is in the list twice: it was added under two of its names.")
            action = self.tr("Keep only one")
        else:
            text = self.tr("{n} of your papers are in the list already, under other names.")
            action = self.tr("Keep one of each")
        self._window.notices.say(
            text.format(n=len(twins)),
            action=action,
            act=lambda: self._decisions.remove_twins(twins),
            about="twins",
        )

    def _show_undo(self, text: str) -> None:
        action = self._window.actions_["undo"]
        action.setText(text or self.tr("&Undo"))
        action.setEnabled(bool(text))

    def _paste(self) -> None:
        self._adder.add_mime(QGuiApplication.clipboard().mimeData())

    def _show_added(self, job_id: int) -> None:
        self._show_all()
        self._choose(job_id)

    def _choose(self, job_id: int) -> None:
        """Choose a job, now or when it is listed."""
        if self._window.model.row_of(job_id) is None:
            self._awaited = job_id
        else:
            self._awaited = None
            self._window.table.choose([job_id])
