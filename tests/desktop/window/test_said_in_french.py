"""A French window shows nothing in English that the layers below have said, wherever it shows it."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QMimeData, Qt, QUrl
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from tests.desktop.export.finished import FACTS, finished_job
from tests.desktop.window.desk import add, papers
from tests.jobs.work.making import a_job, an_exit
from tests.pipeline.script.paragraphs import paper
from videogen_desktop.desktop.decisions import Decisions
from videogen_desktop.desktop.jobs_view import words
from videogen_desktop.desktop.languages import install
from videogen_desktop.desktop.said import Templates
from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import disk_full
from videogen_desktop.jobs.clock import SystemClock
from videogen_desktop.jobs.endings import ending_after
from videogen_desktop.jobs.model import Ending, JobOptions, NewPaper, Problem, Progress
from videogen_desktop.jobs.settings import GIB, RetryRule, read_settings, write_settings
from videogen_desktop.jobs.store import open_store
from videogen_desktop.jobs.work.external_end import external_problem
from videogen_desktop.jobs.work.retry import after_exit, after_problem
from videogen_desktop.papers.web import faults
from videogen_desktop.pipeline.script.door import check_admission
from videogen_desktop.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.desktop.window.desk import Desk
    from videogen_desktop.jobs.data_folder import DataFolder
    from videogen_desktop.jobs.store import JobStore

    Open = Callable[..., Desk]
    Before = Callable[[Callable[[JobStore], object]], None]

RULE = RetryRule(first_s=3600, longest_s=3600, most=8, most_crashes=3)


@pytest.fixture(autouse=True)
def french(qapp: QApplication) -> Iterator[None]:
    installed = install(qapp, "fr")
    yield
    for translator in installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale.system())


@pytest.fixture(scope="module")
def below() -> Templates:
    """All that the layers below say in English."""
    return Templates((shipped("translations") / "sentences.txt").read_text("utf-8").splitlines())


# Endings of real jobs, as the queue comes to them


def _retracted() -> Ending:
    with pytest.raises(VideoGenError) as raised:
        check_admission(replace(paper(), retracted=True), allow_retracted=False)
    return _after(raised.value)


def _poisoned() -> Ending:
    return after_exit(an_exit(code=None, signal=9), a_job(crashes=2), RULE, 0.0, Random(1))


def _failed_elsewhere() -> Ending:
    problem = external_problem(an_exit(code=1, last_words="✗ no credit left"), "Sora")
    return Ending("failed", "failed", problem)


def _unreachable() -> Ending:
    return _after(faults.no_network("eutils.ncbi.nlm.nih.gov", "could not be reached"))


def _after(error: VideoGenError) -> Ending:
    problem = Problem(error.code, error.message, error.hint, error.retryable)
    return after_problem(problem, a_job(), RULE, SystemClock().now(), Random(1))


ENDINGS = {
    "Retracted": (_retracted, "Cet article a été rétracté\u202f; aucun film n’en est donc créé."),
    "Poisoned": (
        _poisoned,
        (
            "Le programme qui crée le film s’est arrêté brutalement 3 fois\u202f; il n’est donc pas relancé. "
            "Il a été arrêté de l’extérieur ou par une défaillance (signal 9)."
        ),
    ),
    "Failed elsewhere": (
        _failed_elsewhere,
        "Le pipeline «\u00a0Sora\u00a0» a échoué\u00a0: no credit left",
    ),
    "Unreachable": (_unreachable, "eutils.ncbi.nlm.nih.gov est injoignable."),
    "By mistake": (
        lambda: ending_after(VideoGenError("x", "No sentence of ours.", "Nor this.")),
        "No sentence of ours.",
    ),
}


def _end_all(store: JobStore) -> None:
    store.set_reason("owner", False)
    for make, _told in ENDINGS.values():
        claim = store.claim("a worker")
        assert claim
        store.finish(claim, make())
    store.set_reason("owner", True)


def test_why_a_job_does_not_go_on(opened: Open, before: Before, below: Templates) -> None:
    before(add(*ENDINGS))
    before(_end_all)
    desk = opened()
    desk.until_titles(*ENDINGS)

    for row, job in enumerate(desk.listed()):
        told = ENDINGS[job.paper.title][1]
        assert words.doing(job) == told
        index = desk.window.model.index(row, 0)
        assert told in index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert job.problem
        tip = words.tool_tip(job)
        assert told in tip
        if job.problem.message != told:
            assert job.problem.message not in tip
            assert job.problem.hint not in tip
        desk.choose(job.id)
        desk.until(lambda told=told: any(told in text for text in _texts(desk.window)))
        assert _english(desk.window, below) == []


@pytest.mark.usefixtures("idle_workers")
def test_how_far_a_job_is(opened: Open, before: Before, below: Templates) -> None:
    before(add("Being made"))
    desk = opened()
    desk.until_titles("Being made")
    desk.store.set_reason("owner", False)
    claim = desk.store.claim("another worker")
    assert claim
    desk.store.report(claim, Progress("generate-audio", 0.4, 0.3, "Speaking scene 3 of 8", 40.0))

    index = desk.window.model.index(0, 0)
    desk.until(lambda: "Narration de la scène 3 sur 8" in index.data(Qt.ItemDataRole.AccessibleTextRole))
    desk.choose(claim.job.id)
    assert _english(desk.window, below) == []


def test_why_the_queue_holds_still(opened: Open, folder: DataFolder, below: Templates) -> None:
    settings = replace(read_settings(folder.settings), least_free_bytes=10**6 * GIB)
    write_settings(folder.settings, settings)
    desk = opened()

    desk.until(lambda: "Il ne reste que " in desk.window.banner.text)
    assert "Libérez de l’espace, conservez moins de fichiers" in desk.window.banner.text
    assert _english(desk.window, below) == []


def test_what_cannot_be_decided(opened: Open, before: Before) -> None:
    before(add("One", "Two"))
    desk = opened()
    desk.until_titles("One", "Two")
    decisions = Decisions(desk.desktop.link, desk.window)
    refused: list[str] = []
    decisions.told.connect(lambda told: refused.append(told.text))

    decisions.resume([1])
    decisions.resume([1, 2])

    told = "L’état de la tâche est «\u00a0en attente\u00a0»\u202f; elle n’est pas en pause."
    desk.until(lambda: len(refused) == 2)
    assert refused[0] == told
    assert refused[1].endswith(f"\u00a0: {told}")


def test_an_error_in_a_notice_and_its_details(opened: Open, tmp_path: Path) -> None:
    desk = opened()
    error = disk_full(tmp_path / "film {x}.mp4")

    desk.desktop.link.failed.emit(error)

    desk.until(lambda: desk.window.notices.isVisible())
    assert desk.window.notices.text == (
        "Le disque est plein\u00a0: film {x}.mp4 n’a pas pu être écrit. Libérez de l’espace ou choisissez un "
        "autre dossier, puis recommencez\u202f; les étapes terminées sont conservées."
    )
    [copy] = [each for each in desk.window.notices.findChildren(QAbstractButton) if "Copier" in each.text()]
    copy.click()
    assert QApplication.clipboard().text() == f"{error.code}\n{error.message}\n{error.hint}"


def test_what_is_not_understood_when_it_is_added(opened: Open, tmp_path: Path, below: Templates) -> None:
    desk = opened()
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "papers.csv").write_text("pmid\n29412138\n0\nlast year\n", "utf-8")
    (tmp_path / "workbook.txt").write_bytes(b"PK\x03\x04 and so on")
    mime = QMimeData()
    paths = (tmp_path / "lists", tmp_path / "workbook.txt", tmp_path / "gone.txt")
    mime.setUrls([*map(QUrl.fromLocalFile, map(str, paths)), QUrl("data:text/plain,x")])

    desk.window.dropped.emit(mime)

    sheet = _dialog(desk)
    table = sheet.findChildren(QTableView)[0]
    desk.until(lambda: table.model().rowCount() > 0)
    _turn_to_not_understood(sheet)
    desk.until(lambda: table.model().rowCount() >= 4)
    cells = _cells(table)
    for told in (
        "«\u00a00\u00a0» n’est pas un PMID\u00a0: ils commencent à 1.",
        "«\u00a0workbook.txt\u00a0» n’est pas un fichier texte. C’est un classeur Excel",
        "Ce fichier ou ce dossier n’existe plus.",
        "Cette adresse porte elle-même son contenu",
    ):
        assert any(cell.startswith(told) for cell in cells), cells
    assert [cell for cell in cells if below.find(cell)] == []
    assert _english(sheet, below) == []


def test_what_cannot_be_exported(opened: Open, before: Before, folder: DataFolder, below: Templates) -> None:
    def finish(store: JobStore) -> None:
        store.set_reason("owner", False)
        for number, title in enumerate(("There", "Without subtitles"), 1):
            facts = replace(FACTS, pmid=str(number), doi=None, title=title)
            film = finished_job(folder.films, number, facts).film
            assert film
            film.path.with_name("thumbnail.jpg").unlink()
            if number == 2:
                film.path.with_name("captions.srt").unlink()
            store.add([NewPaper(facts)], JobOptions())
            claim = store.claim("a worker")
            assert claim
            store.finish(claim, Ending("completed", "completed", film=film))
        store.set_reason("owner", True)

    before(finish)
    desk = opened()
    desk.until(lambda: desk.window.model.rowCount() == 2)
    desk.choose(*(job.id for job in desk.listed()))
    desk.act("export")

    dialog = _dialog(desk)
    [to, name] = sorted(dialog.findChildren(QLineEdit), key=lambda each: "{" in each.text())
    to.setText(str(folder.root / "exported"))
    name.setText("{yaer}")
    desk.until(lambda: any("Vouliez-vous dire {year}\u202f?" in text for text in _texts(dialog)))
    name.setText("{title}")
    for part in dialog.findChildren(QCheckBox):
        part.setChecked(True)
    told = "Un fichier de « Without subtitles » (sous-titres .srt) n’est plus là où il a été créé."
    desk.until(lambda: any(told in text for text in _texts(dialog)))
    assert _english(dialog, below) == []


def test_a_list_that_cannot_be_opened(
    opened: Open, before: Before, folder: DataFolder, below: Templates
) -> None:
    before(lambda store: store.add(papers("One"), JobOptions()))
    store = open_store(folder, SystemClock())
    store.close()
    content = bytearray(folder.database.read_bytes())
    content[100:4000] = b"\xff" * 3900
    folder.database.write_bytes(content)

    desk = opened(wait=False)
    box = _dialog(desk)

    assert isinstance(box, QMessageBox)
    assert box.text().startswith(
        f"La liste des tâches dans {folder.root} est endommagée\u202f; elle a été mise"
    )
    assert "les films terminés sont conservés" in box.informativeText()
    assert _english(box, below) == []


def _dialog(desk: Desk) -> QDialog:
    def shown() -> list[QDialog]:
        return [each for each in desk.window.findChildren(QDialog) if each.isVisible()]

    desk.until(shown)
    return shown()[-1]


def _turn_to_not_understood(sheet: QDialog) -> None:
    tabs = sheet.findChildren(QTabBar)[0]
    [number] = [each for each in range(tabs.count()) if tabs.tabText(each).startswith("Non ")]
    tabs.setCurrentIndex(number)


def _cells(table: QTableView) -> list[str]:
    model = table.model()
    return [
        str(model.index(row, column).data() or "")
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]


def _texts(window: QWidget) -> list[str]:
    """Everything that is written in a window, and what is said of its controls."""
    kinds = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
    found = []
    for each in window.findChildren(QWidget):
        if each.isVisible():
            found += [each.toolTip(), each.accessibleName(), each.accessibleDescription()]
            if isinstance(each, QPlainTextEdit):
                found.append(each.toPlainText())  # in which a no-break space is a space
            elif isinstance(each, kinds):
                found.append(str(each.property("text") or each.property("currentText") or ""))
    return [text for text in found if text]


def _english(window: QWidget, below: Templates) -> list[str]:
    """The lines of a window that are a sentence from below as it was said."""
    return [line for text in _texts(window) for line in text.splitlines() if below.find(line)]
