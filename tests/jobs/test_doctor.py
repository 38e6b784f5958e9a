"""The doctor: what it finds, on a sound machine and on broken ones, and what it never tells."""

from __future__ import annotations

import base64
import errno
import json
import os
import re
import stat
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import filelock
import keyring
import keyring.backend
import pytest

from tests.jobs.cli.conftest import NOWHERE, OFFLINE, Queue, failed, pubmed
from tests.jobs.cli.conftest import empty_database as empty_database
from tests.jobs.cli.conftest import queue as queue
from tests.ncbi_double import NcbiDouble, read_library
from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.data_folder import DataFolder
from videogen_desktop.jobs.doctor import Check, Sources, examination, examine, write_report
from videogen_desktop.jobs.doctor.check import guarded
from videogen_desktop.jobs.doctor.making import check_codecs
from videogen_desktop.jobs.doctor.network import check_network
from videogen_desktop.jobs.doctor.pipelines import check_pipeline
from videogen_desktop.jobs.doctor.scrubbing import Private, Scrubber
from videogen_desktop.jobs.doctor.storage import (
    check_disk,
    check_instance,
    check_keyring,
    check_settings,
    check_store,
)
from videogen_desktop.jobs.doctor.versions import PACKAGES, check_sqlite, check_versions
from videogen_desktop.jobs.instance import LOCK
from videogen_desktop.jobs.model import PaperFacts
from videogen_desktop.jobs.settings import Profile, QueueSettings, write_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = "a1B2c3D4e5F6a7B8"
PHRASE = 'p@ss "wörd"/&%'
IN_KEYRING = "sk-live-77ab77cd"
IN_PROFILE = "hunter2hunter2"
EMAIL = "ann.roe@example.org"
TITLE = "Unpublished wonders of milk in mice and in men"
PUBLIC = "A public but private interest in milk"
FILE = "our-secret-trial.xml"


class Memory(keyring.backend.KeyringBackend):
    """A keyring that keeps one secret."""

    priority = 1.0

    def get_password(self, service: str, username: str) -> str | None:
        return IN_KEYRING if username == "RUNWAYML_API_SECRET" and service == "videogen-desktop" else None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError


@pytest.fixture
def remembered() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(Memory())  # type: ignore[no-untyped-call]  # keyring says no types
    yield
    keyring.set_keyring(before)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No voice and no codecs, for what is not about them."""
    for name in ("voice", "codecs"):
        monkeypatch.setattr(examination, f"check_{name}", lambda *_, name=name: Check(name, "ok", "Fine."))


def by_name(folder: DataFolder) -> dict[str, Check]:
    return {check.name: check for check in examine(folder, os.environ, network=False)}


def test_a_sound_machine_makes_films(queue: Queue) -> None:
    queue.add(pubmed(1))
    checks = by_name(queue.folder)
    assert list(checks) == [
        *(
            "versions",
            "sqlite",
            "settings",
            "data-folder",
            "instance",
            "database",
            "voice",
            "codecs",
            "keyring",
        )
    ]
    for name in ("versions", "settings", "data-folder", "instance", "database", "voice", "codecs"):
        assert checks[name].status == "ok", checks[name]
    assert checks["voice"].message == "The voice joe speaks."
    assert float(str(checks["voice"].details["seconds"])) > 0.2
    assert checks["codecs"].details["pictures"] == 30


@pytest.mark.usefixtures("quick")
def test_nothing_is_made_by_looking(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "not" / "there")
    checks = by_name(folder)
    assert checks["data-folder"].status == "ok"
    assert checks["database"].status == "ok"
    assert list(tmp_path.iterdir()) == []


def test_a_missing_library_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    check = guarded("codecs", check_codecs)
    assert check.status == "failed"
    assert "ModuleNotFoundError" in check.message
    assert check.hint


def test_versions_name_every_package() -> None:
    check = check_versions()
    assert check.status == "ok"
    assert all(check.details[package] for package in PACKAGES)


def test_too_little_room_fails_and_says_what_to_do(tmp_path: Path) -> None:
    check = check_disk("data-folder", tmp_path, 10**18)
    assert (check.status, bool(check.hint)) == ("failed", True)
    assert check_disk("data-folder", tmp_path, 0).status == "ok"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_fails(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        check = check_disk("data-folder", tmp_path / "data", 0)
    finally:
        tmp_path.chmod(stat.S_IRWXU)
    assert check.status == "failed"


def test_a_file_system_without_writing_fails() -> None:
    if not os.path.isdir("/proc/self"):  # noqa: PTH112 - only a question
        pytest.skip("needs /proc, where nobody can make a file")
    from pathlib import Path as Folder

    assert check_disk("data-folder", Folder("/proc/self"), 0).status == "failed"


def test_what_is_no_setting_is_a_finding(queue: Queue) -> None:
    queue.folder.settings.parent.mkdir(parents=True, exist_ok=True)
    queue.folder.settings.write_text('{"wrkers": 2, "keep": {"work_day": 1}}', encoding="utf-8")
    check = guarded("settings", lambda: check_settings(queue.folder))
    assert check.status == "warning"
    assert "wrkers, keep.work_day" in check.message


def test_films_among_files_that_come_and_go_are_a_finding(queue: Queue) -> None:
    queue.folder.settings.parent.mkdir(parents=True, exist_ok=True)
    queue.folder.settings.write_text(json.dumps({"films_folder": str(queue.folder.logs)}), encoding="utf-8")
    check = guarded("settings", lambda: check_settings(queue.folder))
    assert (check.status, check.details) == ("failed", {"code": "bad-setting"})
    assert str(queue.folder.logs) in check.message


@pytest.mark.parametrize(
    ("version", "status"),
    [
        ("3.40.1", "warning"),
        ("3.44.5", "warning"),
        ("3.44.6", "ok"),
        ("3.45.0", "warning"),
        ("3.50.7", "ok"),
        ("3.51.2", "warning"),
        ("3.51.3", "ok"),
        ("3.53.0", "ok"),
    ],
)
def test_a_sqlite_that_can_damage_the_database_is_warned_of(
    version: str, status: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sqlite3.sqlite_version_info", tuple(map(int, version.split("."))))
    monkeypatch.setattr("sqlite3.sqlite_version", version)
    check = check_sqlite()
    assert (check.name, check.status, bool(check.hint)) == ("sqlite", status, status == "warning")
    assert version in check.message


def test_a_damaged_database_fails_and_stays_where_it_is(queue: Queue) -> None:
    queue.add(pubmed(1))
    with queue.store() as store:
        store.backup_if_due()
    content = bytearray(queue.folder.database.read_bytes())
    content[100:8000] = b"\xff" * 7900
    queue.folder.database.write_bytes(content)
    check = guarded("database", lambda: check_store(queue.folder))
    assert check.status == "failed"
    assert "restore-backup" in check.hint
    assert check.details["newest_good_backup"]
    assert queue.folder.database.read_bytes() == content


def test_a_database_that_was_set_aside_is_missed(queue: Queue) -> None:
    queue.add(pubmed(1))
    queue.folder.database.write_bytes(b"no database at all" * 1000)
    assert queue("list").code == 3
    check = check_store(queue.folder)
    assert check.status == "failed"
    assert "restore-backup --start-afresh" in check.hint
    assert str(check.details["set_aside"]) in check.message
    queue("restore-backup", "--start-afresh")
    assert check_store(queue.folder).status == "ok"


def test_a_full_disk_is_not_a_matter_of_permissions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    check = check_disk("data-folder", tmp_path, 0)
    assert check.status == "failed"
    assert check.hint.startswith("Free some space")


def test_another_instance_is_seen(queue: Queue) -> None:
    queue.folder.root.mkdir(parents=True)
    assert check_instance(queue.folder).details["running"] is False
    lock = str(queue.folder.root / LOCK)
    code = f"import filelock, sys; lock = filelock.FileLock({lock!r}); lock.acquire(); print(1, flush=True)"
    with subprocess.Popen(
        [sys.executable, "-c", f"{code}; sys.stdin.read()"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"1\n"
        assert check_instance(queue.folder).details["running"] is True
        other.communicate(b"")
    assert check_instance(queue.folder).details["running"] is False
    with filelock.FileLock(queue.folder.root / LOCK, timeout=0):
        pass


SOUND = Profile("theirs", (sys.executable, "{paper_id}", "{output_dir}"), secrets=("A_KEY",))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (
            {"arguments": ("no-such-program-anywhere", "{paper_id}", "{output_dir}")},
            "no-such-program-anywhere",
        ),
        ({"arguments": ("./not-here", "{paper_id}", "{output_dir}")}, "./not-here"),
        ({"working_folder": Path("/no/such/folder")}, "no/such/folder"),
        ({"arguments": (sys.executable, "{paper_id}")}, "{output_dir}"),
        ({"arguments": (sys.executable, "{paper_id}", "{output_dir}", "{x}")}, "{x}"),
        ({"secrets": ("A_KEY", "ANOTHER")}, "ANOTHER"),
    ],
)
def test_a_pipeline_of_ones_own_that_would_start_no_film_is_warned_of(
    wrong: dict[str, Any], told: str
) -> None:
    kept = {"A_KEY": "hush"}
    assert check_pipeline(SOUND, os.environ, kept.get).status == "ok"
    check = guarded("pipeline", lambda: check_pipeline(replace(SOUND, **wrong), os.environ, kept.get))
    assert check.status == "warning"
    assert told.replace("/", os.sep) in check.message.replace("/", os.sep)
    assert check.hint
    assert "hush" not in str(check)


def test_a_program_is_looked_for_in_the_working_folder_and_on_the_path_of_the_pipeline(
    tmp_path: Path,
) -> None:
    program = tmp_path / "make-it"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    here = Profile("theirs", ("./make-it", "{paper_id}", "{output_dir}"), working_folder=tmp_path)
    assert check_pipeline(here, os.environ, {}.get).status == "ok"
    found = replace(here, arguments=("make-it", *here.arguments[1:]), environment={"PATH": str(tmp_path)})
    assert check_pipeline(found, os.environ, {}.get).status == "ok"


@pytest.mark.usefixtures("remembered", "quick")
def test_the_doctor_looks_at_each_pipeline_and_sends_nothing_of_it(queue: Queue, tmp_path: Path) -> None:
    profiles = (
        replace(SOUND, name="annas", arguments=("annas-program", *SOUND.arguments[1:]), secrets=()),
        replace(SOUND, name="bens", secrets=("BENS_KEY",)),
    )
    write_settings(queue.folder.settings, QueueSettings(profiles=profiles))
    report = tmp_path / "report.zip"
    answer = queue("doctor", "--no-network", "--report", report, "--json")
    found = [check for check in answer.json["checks"] if check["name"] == "pipeline"]
    assert [check["status"] for check in found] == ["warning", "warning"]
    assert "annas-program" in found[0]["message"]
    with zipfile.ZipFile(report) as file:
        sent = [check for check in json.loads(file.read("checks.json")) if check["name"] == "pipeline"]
    assert [check["status"] for check in sent] == ["warning", "warning"]
    assert not re.search("anna|ben", str(sent), re.IGNORECASE)


@pytest.mark.usefixtures("remembered")
def test_a_system_without_keyring_is_a_warning() -> None:
    assert check_keyring().status == "ok"
    from keyring.backends import fail

    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # the same
    assert check_keyring().status == "warning"


def test_the_services_answer_at_the_addresses_of_the_environment(corpus: Path) -> None:
    with NcbiDouble(read_library(corpus)) as double:
        checks = check_network(double.environment)
    assert [(check.name, check.status) for check in checks] == [
        ("network-pubmed", "ok"),
        ("network-ids", "ok"),
        ("network-full-text", "ok"),
    ]


def test_being_offline_is_a_warning_and_a_wrong_address_a_fault() -> None:
    checks = check_network(OFFLINE)
    assert [check.status for check in checks] == ["warning"] * 3
    assert all(NOWHERE in check.message and check.hint for check in checks)
    assert [check.status for check in check_network({"VIDEOGEN_EUTILS_URL": "gopher://x"})] == ["failed"]


@pytest.mark.usefixtures("quick")
def test_the_command_tells_each_line_and_its_exit_code(queue: Queue) -> None:
    answer = queue("doctor", "--no-network")
    assert answer.code == 0
    assert "✓ voice: Fine." in answer.out
    assert "network" not in answer.out
    queue.folder.root.mkdir(parents=True, exist_ok=True)
    queue.folder.settings.write_text("{", encoding="utf-8")
    answer = queue("doctor", "--no-network", "--json")
    assert answer.code == 3
    assert answer.json["ok"] is False
    found = {check["name"]: check for check in answer.json["checks"]}
    assert found["settings"]["status"] == "failed"
    assert set(found["voice"]) == {"name", "status", "message", "hint", "details"}


def forms(secret: str) -> set[bytes]:
    """A secret in every dress that a log or a file may have it in."""
    written = {secret, json.dumps(secret)[1:-1], repr(secret)[1:-1], quote(secret, safe="")}
    return {each.encode() for each in written} | {base64.b64encode(secret.encode()).rstrip(b"=")}


@pytest.mark.usefixtures("remembered", "quick")
def test_no_byte_of_the_report_is_a_secret(
    queue: Queue,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = tmp_path / "home" / "annroe77"
    home.mkdir(parents=True)
    for name, value in {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "LOGNAME": "annroe77",
        "USERNAME": "annroe77",
        "VIDEOGEN_NCBI_API_KEY": KEY,
        "VIDEOGEN_CONTACT_EMAIL": EMAIL,
        "SOME_PASSWORD": PHRASE,
    }.items():
        monkeypatch.setenv(name, value)
    profile = Profile(
        "theirs",
        ("/home/annroe77/bin/make", f"--api-key={IN_PROFILE}", "{paper_id}"),
        home,
        ("RUNWAYML_API_SECRET",),
        {"DEBUG": IN_PROFILE},
    )
    write_settings(queue.folder.settings, QueueSettings(profiles=(profile,), films_folder=home / "films"))
    source = home / FILE
    public, in_hand = queue.add(pubmed(29412138, PUBLIC), PaperFacts(source=source, title=TITLE))
    queue.end(public, failed(f"The key {KEY} of {EMAIL} was refused in {home}."))
    queue.end(in_hand, failed(f"{source} cannot be read."))
    secrets = [KEY, PHRASE, IN_KEYRING, IN_PROFILE, EMAIL, TITLE, FILE, "annroe77", PUBLIC]
    spoken = "\n".join(
        [
            *secrets,
            *(form.decode() for secret in secrets[:4] for form in sorted(forms(secret))),
            f"GET /efetch.fcgi?api_key={KEY}&email={quote(EMAIL)}",
            "Authorization: Bearer unknown-but-secret-8899",
            "https://ann:unknown-pw-8899@proxy.example/",
            f'{{"message": "{TITLE[:34]}…"}}',
            f"job: {source} -> {home}/out",
            "an honest line about stage generate-audio",
        ]
    )
    keys = {job["id"]: job["key"] for job in queue("list", "--json").json["jobs"]}
    for key in keys.values():
        queue.folder.logs.mkdir(parents=True, exist_ok=True)
        queue.folder.log_of(key).write_text(spoken + f"\n{keys[in_hand]}\n", encoding="utf-8")
    queue.folder.application_log.write_text(spoken, encoding="utf-8")
    report = tmp_path / "report.zip"
    answer = queue("doctor", "--no-network", "--report", report, "--json")
    assert answer.json["report"] == str(report)
    with zipfile.ZipFile(report) as file:
        assert file.testzip() is None
        names = file.namelist()
        members = {name: file.read(name) for name in names}
        comment = file.comment
    assert {"README.txt", "checks.json", "versions.json", "settings.json", "queue.json"} <= set(names)
    assert f"logs/job-{public}.log" in names
    assert f"logs/job-{in_hand}.log" not in names
    everything = b"\n".join([report.read_bytes(), comment, *members.values(), *map(str.encode, names)])
    for secret in secrets:
        for form in forms(secret):
            assert form.lower() not in everything.lower(), (secret, form)
    for told in (b"8899", TITLE[:20].encode(), b"our-secret", str(home).encode()):
        assert told not in everything, told
    assert b"29412138" in members["queue.json"]
    assert b"in hand" in members["queue.json"]
    assert b"an honest line" in members[f"logs/job-{public}.log"]
    assert b"an honest line" in members["logs/videogen.log"]
    for name in ("checks.json", "versions.json", "queue.json"):
        json.loads(members[name])
    told_settings = json.loads(members["settings.json"])
    assert (told_settings["films_folder"], told_settings["workers"]) == ("set", 0)
    (shape,) = told_settings["profiles"]
    assert shape["arguments"] == ["…", "…", "{paper_id}"]


@pytest.mark.usefixtures("quick")
def test_the_report_says_that_there_is_a_logo_and_not_which(queue: Queue, tmp_path: Path) -> None:
    logo = tmp_path / "institute-of-milk.png"
    (job,) = queue.add(pubmed(29412138), logo=logo, closing="Made by the milk people.")
    queue.end(job, failed("It went wrong."))
    queue("doctor", "--no-network", "--report", tmp_path / "report.zip", "--json")
    with zipfile.ZipFile(tmp_path / "report.zip") as file:
        told = file.read("queue.json")
    (options,) = [each["options"] for each in json.loads(told)["troubled"]]
    assert (options["logo"], options["closing"]) == ("set", "set")
    assert b"milk" not in told


@pytest.mark.usefixtures("quick")
def test_a_report_is_written_also_of_a_broken_queue(queue: Queue, tmp_path: Path) -> None:
    queue.add(pubmed(1))
    content = bytearray(queue.folder.database.read_bytes())
    content[100:8000] = b"\xff" * 7900
    queue.folder.database.write_bytes(content)
    answer = queue("doctor", "--no-network", "--report", tmp_path / "report.zip", "--json")
    assert answer.code == 3
    with zipfile.ZipFile(tmp_path / "report.zip") as file:
        checks = {check["name"]: check for check in json.loads(file.read("checks.json"))}
        assert json.loads(file.read("queue.json")) is None
    assert checks["database"]["status"] == "failed"
    assert queue.folder.database.read_bytes() == content


def test_a_report_that_cannot_be_written_is_a_plain_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    sources = Sources(DataFolder(tmp_path), {}, lambda _name: None, tmp_path)
    with pytest.raises(VideoGenError) as caught:
        write_report(tmp_path / "file" / "report.zip", sources, [], None)
    assert caught.value.code == "not-writable"


def test_what_is_harmless_stays() -> None:
    scrubber = Scrubber(Private(secrets=("abc", ""), names=("root",)))
    text = "PMID 29412138, abc, root, C:\\Windows, token count: 3 stages, key: value of x=1"
    assert "29412138" in scrubber.scrubbed(text)
    assert "abc, root, C:\\Windows" in scrubber.scrubbed(text)
