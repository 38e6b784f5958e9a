"""Films dragged to a file manager: under names for people, on real files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.desktop.export.finished import FACTS, FILM, finished_job, job_of
from videogen_desktop.desktop.exporting.drag import HandingOut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QMimeData
    from pytestqt.qtbot import QtBot

    from videogen_desktop.desktop.exporting import Exporter
    from videogen_desktop.desktop.queue_link import QueueLink
    from videogen_desktop.jobs.model import Job

LONG_S = 20.0


@pytest.fixture
def handing_out(tmp_path: Path) -> Iterator[HandingOut]:
    handing_out = HandingOut(tmp_path / "handed-out", wait_s=LONG_S)
    yield handing_out
    handing_out.close()


def files_of(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls()]


def test_a_film_goes_out_under_the_name_of_the_template(tmp_path: Path, handing_out: HandingOut) -> None:
    job = finished_job(tmp_path / "films")
    assert job.film is not None
    (file,) = files_of(handing_out.mime_of([job], "{year} - {title}"))
    assert file.name == "2018 - Imaging of cortical circuits - three dimensions.mp4"
    assert file.samefile(job.film.path)


def test_films_of_one_name_stay_two_files(tmp_path: Path, handing_out: HandingOut) -> None:
    jobs = [finished_job(tmp_path / "films", number) for number in (1, 2)]
    files = files_of(handing_out.mime_of(jobs, "{pmid}"))
    assert [file.name for file in files] == ["29608148.mp4", "29608148 (2).mp4"]


def test_titles_are_text_and_show_no_overrides(tmp_path: Path, handing_out: HandingOut) -> None:
    facts = replace(FACTS, title="Imaging\u202e <b>gnp</b>")
    jobs = [finished_job(tmp_path / "films", 1, facts), job_of(None, 2)]
    mime = handing_out.mime_of(jobs)
    assert mime.text() == "Imaging <b>gnp</b>\nImaging of cortical circuits: three dimensions"
    assert len(mime.urls()) == 1


def test_a_bad_template_hands_out_the_file_itself(tmp_path: Path, handing_out: HandingOut) -> None:
    job = finished_job(tmp_path / "films")
    assert job.film is not None
    assert files_of(handing_out.mime_of([job], "{nonsense}")) == [job.film.path]


def test_what_comes_too_late_goes_out_as_it_is(tmp_path: Path) -> None:
    job = finished_job(tmp_path / "films")
    assert job.film is not None
    handing_out = HandingOut(tmp_path / "handed-out", wait_s=0.0)
    assert files_of(handing_out.mime_of([job])) == [job.film.path]
    handing_out.close()


@pytest.fixture
def without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """A drive that knows no second names, as FAT is one."""

    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)


@pytest.mark.usefixtures("without_links")
def test_a_small_film_is_copied_where_there_are_no_links(tmp_path: Path, handing_out: HandingOut) -> None:
    job = finished_job(tmp_path / "films")
    (file,) = files_of(handing_out.mime_of([job], "{pmid}"))
    assert file.name == "29608148.mp4"
    assert file.read_bytes().startswith(FILM)


@pytest.mark.usefixtures("without_links")
def test_a_large_film_goes_out_as_it_is_where_there_are_no_links(
    tmp_path: Path, handing_out: HandingOut
) -> None:
    job = finished_job(tmp_path / "films", film=bytes(5_000_000))
    assert job.film is not None
    assert files_of(handing_out.mime_of([job])) == [job.film.path]


def test_the_names_are_taken_back_and_the_films_stay(tmp_path: Path) -> None:
    job = finished_job(tmp_path / "films")
    handing_out = HandingOut(tmp_path / "handed-out", wait_s=LONG_S)
    (file,) = files_of(handing_out.mime_of([job]))
    assert file.exists()
    handing_out.close()
    assert not (tmp_path / "handed-out").exists()
    assert job.film is not None
    assert job.film.path.exists()


def test_rows_of_the_queue_are_dragged_out(qtbot: QtBot, exporter: Exporter, link: QueueLink) -> None:
    found: list[Job | None] = []
    link.read(lambda store: store.get(1), found.append)
    qtbot.waitUntil(lambda: bool(found))
    (job,) = found
    assert job is not None
    mime = exporter.mime_of([job])
    assert mime.text() == "Imaging of cortical circuits"
    assert files_of(mime)[0].read_bytes().startswith(FILM)
