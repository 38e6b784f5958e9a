"""What all commands share: the data folder, the log, and the end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.jobs.cli.conftest import Queue, pubmed
from tests.jobs.store.databases import read_only, small_disk
from tests.jobs.store.test_full_disk import fill
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.store import JobStore

if TYPE_CHECKING:
    from pathlib import Path


def test_the_data_folder_is_where_one_says(
    queue: Queue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert queue("add", "1", "--data-dir", "here").code == 0
    (tmp_path / "else").mkdir()
    monkeypatch.chdir(tmp_path / "else")
    assert queue("--data-dir", "../here", "--json", "list").json["total"] == 1
    (job,) = queue("show", "1", "--data-dir", "../here", "--json").json["jobs"]
    assert job["work_folder"].startswith(str(tmp_path / "here"))
    assert queue.states() == {}
    monkeypatch.setenv("VIDEOGEN_DATA_DIR", "../here")
    (job,) = queue("show", "1", "--json").json["jobs"]
    assert job["work_folder"].startswith(str(tmp_path / "here"))


def test_a_folder_that_cannot_be_made_is_a_plain_error(queue: Queue, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answer = queue("list", "--json", "--data-dir", tmp_path / "file" / "data")
    assert answer.code == 3
    assert answer.json["error"]["code"] == "not-writable"
    assert set(answer.json["error"]) == {"code", "message", "hint", "retryable"}


@pytest.mark.parametrize("name", ["long" * 100, "/proc/nothing/data"])
def test_a_folder_that_no_system_can_make_is_a_plain_error(queue: Queue, tmp_path: Path, name: str) -> None:
    for command in ("list", "run"):
        answer = queue(command, "--json", "--data-dir", tmp_path / name)
        assert (answer.code, answer.json["error"]["code"]) == (3, "not-writable")


def test_reading_works_on_a_full_disk(queue: Queue, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk, 4):
        there = ("--data-dir", disk / "data")
        assert queue("add", "1", *there).code == 0
        fill(DataFolder(disk / "data"))
        assert queue("list", "--json", *there).json["total"] == 1
        assert queue("show", "1", "--json", *there).json["jobs"][0]["state"] == "queued"
        answer = queue("list", *there)
        assert answer.code == 0
        assert "The disk is full" in answer.out
        assert "1 job: 1 queued." in answer.out
        refused = queue("pause", "1", "--json", *there)
        assert (refused.code, refused.json["error"]["code"]) == (75, "disk-full")


def test_reading_works_in_a_folder_that_cannot_be_written_to(queue: Queue) -> None:
    queue.add(pubmed(1))
    with read_only(queue.folder.root):
        assert queue("list", "--json").json["total"] == 1
        refused = queue("pause", "1", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (3, "not-writable")


def test_a_full_disk_without_a_list_is_said(queue: Queue, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk, 4):
        (disk / "data").mkdir()
        fill(DataFolder(disk / "data"))
        answer = queue("list", "--json", "--data-dir", disk / "data")
    assert (answer.code, answer.json["error"]["code"]) == (75, "disk-full")


def test_a_fault_in_the_program_is_said_and_its_trace_kept(
    queue: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_store: JobStore) -> None:
        raise RuntimeError("wheels came off")

    queue.add(pubmed(1))
    monkeypatch.setattr(JobStore, "counts", broken)
    answer = queue("list", "--json")
    assert answer.code == 3
    assert answer.json["error"]["code"] == "internal"
    log = queue.folder.application_log.read_text(encoding="utf-8")
    assert "Traceback" in log
    assert "wheels came off" in log


@pytest.mark.parametrize(("retryable", "code"), [(True, 75), (False, 3)])
def test_errors_end_with_the_pipelines_exit_codes(
    retryable: bool, code: int, queue: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_store: JobStore) -> None:
        raise VideoGenError("database-busy", "It is \x1b[1mbusy.", "Wait.", retryable=retryable)

    monkeypatch.setattr(JobStore, "counts", failing)
    answer = queue("list")
    assert (answer.code, answer.out) == (code, "")
    assert "\x1b" not in answer.err
    assert answer.err.splitlines()[1] == "  Wait."
    assert json.loads(queue("list", "--json").out)["error"]["message"] == "It is \x1b[1mbusy."


def test_ctrl_c_is_a_hundred_and_thirty(queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_store: JobStore) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(JobStore, "counts", interrupted)
    answer = queue("list", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (130, "cancelled")


def test_no_log_is_made_when_there_is_nothing_to_log(queue: Queue) -> None:
    queue("settings")
    assert not queue.folder.root.exists()
