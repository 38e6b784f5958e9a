"""Settings, clean-up, and going back to a backup."""

from __future__ import annotations

import io
import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import keyring
import keyring.backend
import pytest
from keyring.errors import KeyringLocked

from tests.jobs.cli.conftest import Queue, completed, pubmed
from videogen_desktop.jobs.instance import Call, only_instance
from videogen_desktop.jobs.settings import Profile, QueueSettings, read_settings, write_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

OLD = time.time() - 100 * 86_400


def test_settings_are_shown_and_changed(queue: Queue) -> None:
    assert "workers = 0" in queue("settings").out
    answer = queue(
        "settings", "workers=3", "keep.work_days=30.5", "pause_on_battery=true", "films_folder=/films"
    )
    assert answer.code == 0
    settings = read_settings(queue.folder.settings)
    assert (settings.workers, settings.keep.work_days, settings.pause_on_battery) == (3, 30.5, True)
    assert str(settings.films_folder) == os.path.normpath("/films")
    document = queue("settings", "--json").json
    assert document["settings"]["workers"] == 3
    assert document["file"] == str(queue.folder.settings)
    assert queue("settings", "films_folder=my films").code == 0
    assert read_settings(queue.folder.settings).films_folder == Path("my films").absolute()
    assert queue("settings", "films_folder=null").code == 0
    assert read_settings(queue.folder.settings).films_folder is None


@pytest.mark.parametrize(
    "change",
    ["workers=many", "workers=99", "wrkers=1", "keep=1", "workers", "keep.work_days.x=1", "=1", "workers=-1"],
)
def test_a_wrong_setting_changes_nothing(change: str, queue: Queue) -> None:
    answer = queue("settings", "keep.work_days=5", change, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "usage")
    assert not queue.folder.settings.exists()


def test_films_are_not_kept_where_files_come_and_go(queue: Queue) -> None:
    work = queue.folder.work
    answer = queue("settings", "workers=3", f"films_folder={work}", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "usage")
    assert str(work) in answer.json["error"]["message"]
    assert not queue.folder.settings.exists()


def test_pipelines_of_ones_own_come_as_json(queue: Queue) -> None:
    command = ("make", "{paper_id}", "{output_dir}")
    given = {"name": "mine", "arguments": command, "working_folder": "their pipeline", "secrets": ["A_KEY"]}
    assert queue("settings", f"profiles={json.dumps([given])}").code == 0
    mine = Profile("mine", command, Path("their pipeline").absolute(), ("A_KEY",))
    assert read_settings(queue.folder.settings).profiles == (mine,)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"arguments": ["make", "{paper}", "{output_dir}"]}, "{paper}, which stands for nothing"),
        ({"arguments": ["make", "{paper_id}"]}, "must hold {output_dir}"),
        ({"arguments": ["make", "{output_dir}"]}, "must hold {paper_id}"),
        ({"cwd": "/theirs"}, "“profiles[0].cwd”"),
        ({"secret": ["A_KEY"]}, "“profiles[0].secret”"),
    ],
)
def test_a_pipeline_typed_wrong_is_refused_and_not_kept(
    queue: Queue, wrong: dict[str, object], told: str
) -> None:
    given = {"name": "mine", "arguments": ["make", "{paper_id}", "{output_dir}"], **wrong}
    answer = queue("settings", f"profiles={json.dumps([given])}", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "usage")
    assert told in answer.json["error"]["message"]
    assert not queue.folder.settings.exists()


def test_help_shows_a_pipeline_that_is_taken_as_it_stands(queue: Queue) -> None:
    told = queue("settings", "--help").out
    example = told[told.index("profiles=[") : told.index("]'") + 1]
    assert queue("settings", " ".join(example.split())).code == 0
    assert read_settings(queue.folder.settings).profiles[0].secrets


def test_all_keys_of_a_pipeline_are_always_there(queue: Queue) -> None:
    queue("settings", 'profiles=[{"name":"mine","arguments":["make","{paper_id}","{output_dir}"]}]')
    (profile,) = queue("settings", "--json").json["settings"]["profiles"]
    assert profile == {
        "name": "mine",
        "arguments": ["make", "{paper_id}", "{output_dir}"],
        "working_folder": None,
        "secrets": [],
        "environment": {},
    }


@pytest.mark.parametrize("content", ["{", '{"workers": 99}', '{"workers": "many"}'])
@pytest.mark.parametrize("command", [("settings",), ("settings", "workers=1"), ("run",), ("cleanup",)])
def test_settings_that_cannot_be_read_are_said_to_be_so(
    queue: Queue, command: tuple[str, ...], content: str
) -> None:
    queue.folder.root.mkdir(parents=True)
    queue.folder.settings.write_text(content, encoding="utf-8")
    error = queue(*command, "--json")
    assert (error.code, error.json["error"]["code"]) == (3, "bad-setting")
    assert str(queue.folder.settings) in error.json["error"]["message"]
    assert "Correct that file, or delete it" in error.json["error"]["hint"]
    assert queue.folder.settings.read_text("utf-8") == content


def test_what_another_version_has_set_keeps_no_film_from_being_made(queue: Queue) -> None:
    queue.folder.root.mkdir(parents=True)
    theirs = {"name": "theirs", "arguments": ["python", "-c", "print({x})"]}
    queue.folder.settings.write_text(json.dumps({"of_later": 1, "profiles": [theirs]}), encoding="utf-8")
    assert queue("run", "--json").code == 0
    assert queue("list", "--json").code == 0


def test_old_history_that_goes_is_told_of(queue: Queue) -> None:
    queue.add(pubmed(1), pubmed(2))
    queue("settings", "keep.event_days=0")
    assert "1 thing would be removed" in queue("cleanup", "--dry-run").out
    told = queue("cleanup").out
    assert "Old lines of history, because 2 lines are older than" in told
    assert "1 thing removed" in told


def test_a_backup_is_not_put_in_place_under_a_run(queue: Queue, tmp_path: Path) -> None:
    queue.add(pubmed(1))
    with queue.store() as store:
        assert store.backup_if_due()
    instance = only_instance(queue.folder, Call((), tmp_path), lambda _call: None)
    assert instance
    with instance:
        answer = queue("restore-backup", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (75, "already-running")


def test_a_report_is_written_where_there_is_a_folder(queue: Queue, tmp_path: Path) -> None:
    answer = queue("doctor", "--no-network", "--report", tmp_path / "typo" / "report.zip", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "usage")
    assert not (tmp_path / "typo").exists()


def aged(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * 5000)
    os.utime(path, (OLD, OLD))
    return path


def test_cleanup_says_first_and_then_does(queue: Queue, tmp_path: Path) -> None:
    queue.add(pubmed(1))
    film = tmp_path / "data" / "films" / "kept" / "final_video.mp4"
    queue.end(1, completed(film))
    orphan = aged(queue.folder.work / "pmid-7-0123abcd" / "audio.wav")
    os.utime(orphan.parent, (OLD, OLD))
    log = aged(queue.folder.logs / "pmid-7-0123abcd.log")
    answer = queue("cleanup", "--dry-run", "--json")
    assert answer.code == 0
    assert {(each["kind"], each["path"]) for each in answer.json["planned"] if each["path"]} == {
        ("orphan", str(orphan.parent)),
        ("log", str(log)),
    }
    assert orphan.exists()
    assert log.exists()
    told = queue("cleanup", "--dry-run").out
    assert str(orphan.parent) in told
    assert "2 things would be removed" in told
    done = queue("cleanup", "--json").json
    assert {each["kind"] for each in done["removed"]} >= {"orphan", "log"}
    assert done["freed_bytes"] >= 10_000
    assert not orphan.parent.exists()
    assert not log.exists()
    assert film.exists()
    assert "0 things removed" in queue("cleanup").out


def test_what_is_kept_follows_the_settings(queue: Queue) -> None:
    queue.add(pubmed(1))
    write_settings(queue.folder.settings, QueueSettings())
    aged(queue.folder.work / "pmid-7-0123abcd" / "audio.wav")
    os.utime(queue.folder.work / "pmid-7-0123abcd", (OLD, OLD))
    queue("settings", "keep.orphan_days=1000")
    assert "0 things would be removed" in queue("cleanup", "--dry-run").out


def test_a_damaged_database_is_said_to_be_so_and_a_backup_brings_the_queue_back(queue: Queue) -> None:
    queue.add(pubmed(1), pubmed(2))
    with queue.store() as store:
        assert store.backup_if_due()
    content = bytearray(queue.folder.database.read_bytes())
    content[100:8000] = b"\xff" * 7900
    queue.folder.database.write_bytes(content)
    answer = queue("list", "--json")
    assert answer.json["error"]["code"] == "database-damaged"
    assert "restore-backup" in answer.json["error"]["hint"]
    back = queue("restore-backup")
    assert back.code == 0
    assert queue.states() == {1: "queued", 2: "queued"}


def test_no_backup_is_spoken_of_where_there_is_none(queue: Queue) -> None:
    queue.add(pubmed(1))
    queue.folder.database.write_bytes(b"no database at all" * 1000)
    hint = queue("list", "--json").json["error"]["hint"]
    assert "restore-backup --start-afresh” begins with an empty queue" in hint
    assert "newest good" not in hint


def test_without_a_backup_one_may_start_afresh(queue: Queue, tmp_path: Path) -> None:
    queue.add(pubmed(1))
    answer = queue("restore-backup", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (3, "no-backup")
    assert queue.states() == {1: "queued"}
    assert queue("restore-backup", tmp_path / "b.db", "--start-afresh").code == 2
    assert queue("restore-backup", "--start-afresh", "--json").json == {"backup": None, "set_aside": None}
    assert queue.states() == {}


class Memory(keyring.backend.KeyringBackend):
    """A keyring that forgets with the test."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring says no types
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def memory() -> Iterator[Memory]:
    before, ours = keyring.get_keyring(), Memory()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(before)


def test_a_secret_comes_by_standard_input_and_goes_to_the_keyring(
    queue: Queue, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("hush hush\n"))
    answer = queue("secret", "RUNWAYML_API_SECRET")
    assert answer.code == 0
    assert "hush" not in answer.out + answer.err
    assert memory.kept == {("videogen-desktop", "RUNWAYML_API_SECRET"): "hush hush"}
    assert queue("secret", "RUNWAYML_API_SECRET", "--forget", "--json").json == {
        "name": "RUNWAYML_API_SECRET",
        "kept": False,
    }
    assert memory.kept == {}
    for wrong in ("A=B", "", "1A"):
        assert queue("secret", wrong).code == 2
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert queue("secret", "A").code == 2


def test_a_secret_that_the_keyring_does_not_give_up_is_not_said_to_be_forgotten(
    queue: Queue, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: str) -> None:
        raise KeyringLocked

    memory.set_password("videogen-desktop", "A", "hush")
    monkeypatch.setattr(memory, "delete_password", locked)
    answer = queue("secret", "A", "--forget", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (3, "key-not-removed")
    told = queue("secret", "A", "--forget")
    assert told.out == ""
    assert "A could not be removed from the keyring" in told.err
    assert memory.kept


def test_without_a_keyring_nothing_is_said_to_be_kept(
    queue: Queue, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: str) -> None:
        raise RuntimeError("locked")

    monkeypatch.setattr(memory, "set_password", refused)
    monkeypatch.setattr(sys, "stdin", io.StringIO("hush"))
    answer = queue("secret", "A", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (3, "no-keyring")


def test_a_keyring_that_takes_all_and_keeps_nothing_is_none(
    queue: Queue, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "set_password", lambda *_: None)
    monkeypatch.setattr(sys, "stdin", io.StringIO("hush"))
    answer = queue("secret", "A", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (3, "no-keyring")
