"""The drive fills up, vanishes or refuses; a person changes their mind: one outcome a file, nothing half."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.desktop.export.finished import FACTS, export, finished_job, impatient, names_in
from tests.yardstick import slowness
from videogen_desktop.desktop.export import ExportProgress, ExportSettings, carry_out, plan_export
from videogen_desktop.errors import VideoGenError
from videogen_desktop.files import free_space

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from videogen_desktop.jobs.model import Job

MIB = 1024**2


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Path]:
    """A drive of four mebibytes."""
    drive = tmp_path / "drive"
    drive.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", drive], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only the administrator may mount a small drive")
    yield drive
    subprocess.run(["umount", "--lazy", drive], capture_output=True, check=False)


def films_of(tmp_path: Path, *sizes: int) -> list[Job]:
    return [
        finished_job(tmp_path / "films", number, replace(FACTS, title=f"Film {number}"), os.urandom(size))
        for number, size in enumerate(sizes, 1)
    ]


def settings_for(folder: Path) -> ExportSettings:
    return ExportSettings(folder=folder, template="{title}")


def at(fraction: float, act: Callable[[], object]) -> Callable[[ExportProgress], None]:
    """Do something once an export has come so far."""
    done: list[object] = []

    def watch(progress: ExportProgress) -> None:
        if progress.fraction >= fraction and not done:
            done.append(act())

    return watch


def test_a_drive_with_too_little_room_is_refused_before_the_first_byte(
    tmp_path: Path, small_drive: Path
) -> None:
    plan = plan_export(films_of(tmp_path, 3 * MIB, 3 * MIB), settings_for(small_drive / "out"))
    assert 2 * MIB < plan.missing < 2 * MIB + 64 * 1024
    with pytest.raises(VideoGenError) as refused:
        export(plan)
    assert refused.value.code == "disk-full"
    assert "2.1 MB more would be needed" in refused.value.message
    assert list(small_drive.rglob("*.mp4")) == []


def test_a_drive_that_fills_up_midway(tmp_path: Path, small_drive: Path) -> None:
    """Somebody else writes to it: what had room is there, what had not is said, small files still go on."""
    plan = plan_export(films_of(tmp_path, 1 * MIB, 2 * MIB, 3 * MIB // 4), settings_for(small_drive))
    fill = at(0.3, lambda: (small_drive / "theirs").write_bytes(bytes(2 * MIB)))
    receipt = carry_out(plan, fill, threading.Event(), free=lambda _: 100 * MIB, clock=impatient())
    results = {outcome.item.target.name: outcome for outcome in receipt.outcomes}
    assert results["Film 1.mp4"].result == "exported"
    assert results["Film 2.mp4"].result == "failed"
    problem = results["Film 2.mp4"].problem
    assert problem is not None
    assert (problem.code, problem.message) == ("disk-full", "There was no room left for Film 2.mp4.")
    assert results["Film 3.mp4"].result == "exported"
    assert names_in(small_drive) == [
        "Film 1.mp4",
        "Film 1.srt",
        "Film 2.srt",
        "Film 3.mp4",
        "Film 3.srt",
        "theirs",
    ]


def test_a_film_without_room_is_not_even_begun(tmp_path: Path) -> None:
    plan = plan_export(films_of(tmp_path, MIB, 10), settings_for(tmp_path / "out"))
    rooms = iter([100 * MIB, MIB // 2])
    receipt = carry_out(plan, lambda _: None, threading.Event(), free=lambda _: next(rooms, MIB // 2))
    assert [outcome.result for outcome in receipt.outcomes] == ["failed", "exported", "exported", "exported"]
    assert receipt.outcomes[0].problem is not None
    assert receipt.outcomes[0].problem.code == "disk-full"


def test_a_drive_that_may_not_be_written(tmp_path: Path, small_drive: Path) -> None:
    plan = plan_export(films_of(tmp_path, 1000), settings_for(small_drive))
    subprocess.run(["mount", "-o", "remount,ro", small_drive], check=True)
    receipt = export(plan)
    assert [outcome.problem.code for outcome in receipt.outcomes if outcome.problem] == ["not-writable"] * 2
    assert names_in(small_drive) == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to the administrator"
)
def test_a_folder_that_belongs_to_another(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    plan = plan_export(films_of(tmp_path, 1000), settings_for(out))
    out.chmod(0o500)
    receipt = export(plan)
    assert [outcome.problem.code for outcome in receipt.outcomes if outcome.problem] == ["not-writable"] * 2


def test_a_folder_that_vanishes_midway(tmp_path: Path) -> None:
    out = tmp_path / "out"
    plan = plan_export(films_of(tmp_path, MIB, 4 * MIB, MIB), settings_for(out))
    receipt = carry_out(plan, at(0.4, lambda: shutil.rmtree(out)), threading.Event(), clock=impatient())
    first, _, *rest = receipt.outcomes
    assert first.result == "exported"
    assert [outcome.problem.code for outcome in rest if outcome.problem] == ["folder-gone"] * 4
    assert receipt.outcomes[2].problem is not None
    assert receipt.outcomes[2].problem.message == f"The folder {out} is not there any more."
    assert receipt.record is None
    assert receipt.record_problem is not None
    assert receipt.record_problem.code == "folder-gone"
    assert not out.exists()


def test_nothing_goes_where_a_drive_was_unplugged(tmp_path: Path, small_drive: Path) -> None:
    """Its mount point stays, and belongs to the system's own drive, which must not be filled."""
    plan = plan_export(films_of(tmp_path, MIB, MIB), settings_for(small_drive))

    def unplug() -> None:
        subprocess.run(["umount", "--lazy", small_drive], check=True)

    receipt = carry_out(plan, at(0.6, unplug), threading.Event(), clock=impatient())
    assert [outcome.result for outcome in receipt.outcomes] == ["exported", "exported", "failed", "failed"]
    assert {outcome.problem.code for outcome in receipt.outcomes if outcome.problem} == {"folder-gone"}
    assert names_in(small_drive) == []


def test_a_cancel_in_the_middle_of_a_large_copy(tmp_path: Path) -> None:
    jobs = films_of(tmp_path, 1000, 1000, 1000)
    large = jobs[1]
    assert large.film is not None
    os.truncate(large.film.path, 1024 * MIB)
    jobs[1] = replace(large, film=replace(large.film, size=1024 * MIB, sha256=""))
    plan = plan_export(jobs, settings_for(tmp_path / "out"))
    cancel = threading.Event()
    cancelled_at: list[float] = []

    def change_ones_mind() -> None:
        cancelled_at.append(time.monotonic())
        cancel.set()

    receipt = carry_out(plan, at(0.02, change_ones_mind), cancel)
    assert time.monotonic() - cancelled_at[0] < 2.0 * slowness()
    assert receipt.cancelled
    assert [outcome.result for outcome in receipt.outcomes] == ["exported"] * 2 + ["cancelled"] * 4
    assert names_in(tmp_path / "out") == ["Film 1.mp4", "Film 1.srt"]
    assert receipt.record is not None


def test_an_export_cancelled_before_it_began_writes_nothing(tmp_path: Path) -> None:
    cancel = threading.Event()
    cancel.set()
    receipt = carry_out(
        plan_export(films_of(tmp_path, 1000), settings_for(tmp_path / "out")), lambda _: None, cancel
    )
    assert receipt.count("cancelled") == 2
    assert list((tmp_path / "out").iterdir()) == []


def test_an_error_of_the_watcher_leaves_nothing_half(tmp_path: Path) -> None:
    def fail(_: ExportProgress) -> None:
        raise RuntimeError("the window is gone")

    with pytest.raises(RuntimeError, match="the window is gone"):
        carry_out(
            plan_export(films_of(tmp_path, 1000), settings_for(tmp_path / "out")), fail, threading.Event()
        )
    assert list((tmp_path / "out").iterdir()) == []


def test_a_file_where_the_folder_was_to_be(tmp_path: Path) -> None:
    plan = plan_export(films_of(tmp_path, 1000), settings_for(tmp_path / "out"))
    (tmp_path / "out").write_bytes(b"theirs")
    with pytest.raises(VideoGenError) as refused:
        export(plan)
    assert refused.value.code == "not-writable"
    assert (tmp_path / "out").read_bytes() == b"theirs"


def test_room_is_asked_for_where_the_folder_will_be(tmp_path: Path) -> None:
    assert free_space(tmp_path / "not" / "yet") > 0


def test_a_large_film_is_whole(tmp_path: Path) -> None:
    (job,) = films_of(tmp_path, 40 * MIB)
    receipt = export(plan_export([job], settings_for(tmp_path / "out")))
    assert job.film is not None
    content = (tmp_path / "out" / "Film 1.mp4").read_bytes()
    assert hashlib.sha256(content).hexdigest() == job.film.sha256 == receipt.outcomes[0].sha256
