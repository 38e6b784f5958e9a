"""The list of jobs as Qt's views want it: numbers in order, and only the jobs that are looked at."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from videogen_desktop.desktop.jobs_view import words
from videogen_desktop.desktop.jobs_view.columns import COLUMNS, CONTEXT, PAPER, PLACE
from videogen_desktop.desktop.jobs_view.line_places import LinePlaces
from videogen_desktop.desktop.jobs_view.steps import Steps, steps
from videogen_desktop.desktop.title_text import shown
from videogen_desktop.desktop.wanted import by_keys
from videogen_desktop.jobs.model import JobQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QObject

    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.errors import VideoGenError
    from videogen_desktop.jobs.model import Changes, Job, Progress, Usage

JOB_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""The ``Job`` of a row; None until it has been read."""
ID_ROLE: Final = JOB_ROLE + 1
"""The number of a row's job."""

PAGE: Final = 50
MOST_KEPT: Final = 80 * PAGE
_SETTLE_MS: Final = 80
_REREAD_MS: Final = 400

_ROW: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
_BETWEEN: Final = Qt.ItemFlag.ItemIsDropEnabled

_WITH_HINT: Final = "QList<QPersistentModelIndex>,QAbstractItemModel::LayoutChangeHint"
_ROWS_ONLY: Final = QAbstractItemModel.LayoutChangeHint.VerticalSortHint
"""Whole rows go elsewhere: Qt then keeps one index of each chosen row, and not one of each of its cells."""

_OF_PROGRESS: Final = tuple(n for n, column in enumerate(COLUMNS) if column.name in ("state", "progress"))

Index = QModelIndex | QPersistentModelIndex


class JobModel(QAbstractTableModel):
    """The jobs that a query asks for, in its order.

    It holds their numbers, and of the jobs themselves the pages that were looked at. What changes is read
    anew job by job; the order only when a change can have touched it.

    Args:
        link: The queue.
        parent: Owns it.
    """

    listed = Signal(int)
    """The list was read; it has so many jobs now."""

    differing = Signal()
    """The list was read, and becomes another one now."""

    refreshed = Signal(object)
    """``Job``: one of those that are kept was read anew, or went on."""

    moved = Signal(object, int)
    """Jobs, by number, were dropped before the job at that row."""

    def __init__(self, link: QueueLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._query = self._query_read = JobQuery()
        self._read_again = False
        self._ids: tuple[int, ...] = ()
        self._rows: dict[int, int] | None = {}
        self._jobs: OrderedDict[int, Job] = OrderedDict()
        self._asked: set[int] = set()
        self._stale: set[int] = set()
        self._places = LinePlaces(link, self)
        self._places.differing.connect(self._redraw_places)
        self._reread = QTimer(self, singleShot=True)
        self._reread.timeout.connect(self.read_list)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._read_stale)
        self.draggable: Callable[[Sequence[Job]], QMimeData] | None = None
        link.changed.connect(self._changed)
        link.progressed.connect(self._progressed)

    # What is listed

    @property
    def query(self) -> JobQuery:
        """Which jobs are listed, in what order."""
        return self._query

    def ask(self, query: JobQuery) -> None:
        """List other jobs, or in another order."""
        if query != self._query:
            self._query = query
            self.read_list()

    def read_list(self) -> None:
        """Read which jobs there are; ``listed`` tells when that is done.

        While the same list is being read it is only noted that it is to be read once more: where jobs change
        faster than that goes, the answer would never be waited for.
        """
        if not self._link.is_open:
            return
        self._reread.stop()
        query, old, key = self._query, self._ids, (self, "list")
        self._read_again = query == self._query_read and self._link.is_reading(key)
        if not self._read_again:
            self._query_read = query
            self._link.read(
                lambda store: (old, steps(old, store.ids(query))), self._apply, self._not_read, key=key
            )

    def ids(self, rows: range) -> tuple[int, ...]:
        """The numbers of the jobs in a stretch of rows, as far as they are listed."""
        return self._ids[max(rows.start, 0) : max(rows.stop, 0)]

    def id_at(self, row: int) -> int | None:
        """The number of the job in a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def all_ids(self) -> tuple[int, ...]:
        """The numbers of all jobs that are listed."""
        return self._ids

    def row_of(self, job_id: int) -> int | None:
        """Where a job is listed."""
        if self._rows is None:
            self._rows = {number: row for row, number in enumerate(self._ids)}
        return self._rows.get(job_id)

    def job_at(self, row: int) -> Job | None:
        """The job in a row, as far as it has been read."""
        job_id = self.id_at(row)
        return None if job_id is None else self._jobs.get(job_id)

    def known(self, job_id: int) -> Job | None:
        """A job by its number, as far as it has been read."""
        return self._jobs.get(job_id)

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """How many jobs are listed."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802 - Qt's
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """The columns' headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate(CONTEXT, COLUMNS[section].heading)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """A job, or what is said of it."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        job = self._job(index.row())
        if role == JOB_ROLE:
            return job
        if job is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() == PLACE:
                return words.place(self._places.of(job))
            return _said(job, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heard = (words.title(job.paper), words.state(job), words.doing(job), by_keys(job))
            return ". ".join(filter(None, heard)).replace(".. ", ". ")
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == PAPER:
            return None  # the table shows it, as plain text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are chosen and dragged; between them something can be dropped."""
        return _ROW if index.isValid() else _BETWEEN

    def mime_of(self, ids: Iterable[int]) -> QMimeData:
        """What is dragged out of the list, as far as it was read: finished films, for the file manager."""
        jobs = [job for job_id in ids if (job := self.known(job_id))]
        return self.draggable(jobs) if self.draggable else QMimeData()

    # Reading

    def _job(self, row: int) -> Job | None:
        job = self._jobs.get(self._ids[row])
        if job is None:
            self._read_page(row // PAGE)
        return job

    def _read_page(self, page: int) -> None:
        if page in self._asked or not self._link.is_open:
            return
        self._asked.add(page)
        wanted = self._ids[page * PAGE : (page + 1) * PAGE]

        def read(jobs: Sequence[Job]) -> None:
            self._asked.discard(page)
            self.keep(jobs)

        self._link.read(lambda store: store.jobs(wanted), read)

    def keep(self, jobs: Iterable[Job]) -> None:
        """Take jobs that were read."""
        rows = []
        for job in jobs:
            held = self._jobs.get(job.id)
            if held is not None and held.revision > job.revision:
                continue
            self._jobs[job.id] = job
            self._jobs.move_to_end(job.id)
            self.refreshed.emit(job)
            row = self.row_of(job.id)
            if row is not None:
                rows.append(row)
        while len(self._jobs) > MOST_KEPT:
            self._jobs.popitem(last=False)
        if rows:
            self._redraw(min(rows), max(rows))

    def _redraw(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))

    # Following

    def _changed(self, changes: Changes) -> None:
        for job_id in changes.removed:
            self._jobs.pop(job_id, None)
        if changes.removed:
            self._list_may_differ()
        self._stale.update(changes.changed)
        if self._stale and not self._settle.isActive():
            self._settle.start()

    def _read_stale(self) -> None:
        """Read what changed; a job that is not kept may be a new one in the list, and is kept from now on."""
        stale, self._stale = self._stale, set()
        before = {
            job_id: _order_of(self._jobs[job_id], self._query) for job_id in stale if job_id in self._jobs
        }
        if len(before) < len(stale):
            self._list_may_differ()
        wanted = tuple(stale if len(stale) <= PAGE else before)

        def read(jobs: Sequence[Job]) -> None:
            if any(before.get(job.id) not in (None, _order_of(job, self._query)) for job in jobs):
                self._list_may_differ()
            self.keep(jobs)

        if wanted and self._link.is_open:
            self._link.read(lambda store: store.jobs(wanted), read)

    def _list_may_differ(self) -> None:
        if not self._reread.isActive():
            self._reread.start(_SETTLE_MS if len(self._ids) < MOST_KEPT else _REREAD_MS)

    def _progressed(self, told: Sequence[tuple[int, Progress, Usage | None]]) -> None:
        for job_id, progress, _usage in told:
            job = self._jobs.get(job_id)
            if job is not None and job.state == "running":
                going_on = self._jobs[job_id] = replace(job, progress=progress)
                self.refreshed.emit(going_on)
                row = self.row_of(job_id)
                if row is not None:
                    self._redraw_progress(row)

    def _redraw_progress(self, row: int) -> None:
        """Only what tells of progress; the title is drawn anew when the job has been read anew."""
        for column in _OF_PROGRESS:
            index = self.index(row, column)
            self.dataChanged.emit(index, index)

    def _redraw_places(self, ids: Iterable[int]) -> None:
        rows = [row for job_id in ids if (row := self.row_of(job_id)) is not None]
        if rows:
            self.dataChanged.emit(self.index(min(rows), PLACE), self.index(max(rows), PLACE))

    # Becoming another list

    def _apply(self, found: tuple[tuple[int, ...], Steps]) -> None:
        old, plan = found
        if old is not self._ids:
            self.read_list()
            return
        if not plan.nothing:
            self.differing.emit()
        if plan.anew:
            self.beginResetModel()
            self._take(plan.new)
            self.endResetModel()
        elif not plan.nothing:
            self._follow(plan)
        self._places.line_may_differ()
        self.listed.emit(len(self._ids))
        if self._read_again:
            self._list_may_differ()

    def _not_read(self, error: VideoGenError) -> None:
        self._link.failed.emit(error)
        if self._read_again:
            self._list_may_differ()

    def _follow(self, plan: Steps) -> None:
        for first, last in plan.out:
            self.beginRemoveRows(QModelIndex(), first, last)
            self._take(self._ids[:first] + self._ids[last + 1 :])
            self.endRemoveRows()
        if plan.kept is not None:
            self._reorder(plan.kept)
        for first, last in plan.into:
            self.beginInsertRows(QModelIndex(), first, last)
            self._take(self._ids[:first] + plan.new[first : last + 1] + self._ids[first:])
            self.endInsertRows()
        self._take(plan.new)

    def _reorder(self, order: tuple[int, ...]) -> None:
        self.layoutAboutToBeChanged[_WITH_HINT].emit([], _ROWS_ONLY)  # type: ignore[index]  # by its signature
        held = self.persistentIndexList()
        numbers = [self._ids[index.row()] for index in held]
        self._take(order)
        places = [self.row_of(number) for number in numbers]
        self.changePersistentIndexList(
            held,
            [
                QModelIndex() if row is None else self.index(row, index.column())
                for row, index in zip(places, held, strict=True)
            ],
        )
        self.layoutChanged[_WITH_HINT].emit([], _ROWS_ONLY)  # type: ignore[index]  # by its signature

    def _take(self, ids: tuple[int, ...]) -> None:
        self._ids = ids
        self._rows = None
        self._asked.clear()


def _said(job: Job, column: int) -> str:
    match COLUMNS[column].name:
        case "paper":
            return words.title(job.paper)
        case "state":
            return words.state(job)
        case "priority":
            return words.priority(job)
        case "authors":
            return words.authors(job.paper)
        case "journal":
            return shown(job.paper.journal)
        case "year":
            return str(job.paper.year or "")
        case "progress":
            return f"{words.percent(job)} %"
        case "length":
            return words.length(job.film.duration_s) if job.film else ""
        case "added":
            return words.moment(job.created_at)
        case _:
            return words.moment(job.finished_at)


def _order_of(job: Job, query: JobQuery) -> tuple[object, ...]:
    """What decides whether and where a job is listed."""
    by_progress = job.progress.overall if query.sort == "progress" else None
    return (job.state, job.priority, job.position, job.paper, job.finished_at, by_progress)
