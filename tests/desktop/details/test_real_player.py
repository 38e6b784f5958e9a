"""The script beside the real player, on a film that the real pipeline made."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.desktop.player.films import make_film, subrip
from tests.pipeline.runs import run_pipeline, write_small_paper
from videogen_desktop.desktop.details import DetailPane
from videogen_desktop.desktop.film_files import FRAME_RATE, read_texts
from videogen_desktop.desktop.player import PlayerPane
from videogen_desktop.jobs.model import Film

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.desktop.details.conftest import Bench
    from videogen_desktop.desktop.theme import Theme
    from videogen_desktop.jobs.model import Job
    from videogen_desktop.jobs.states import State

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support",  # a window of offscreen is none
    "PulseAudioService",  # nor is there a device for sound
    "No RHI backend",  # nor a graphics card
)


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a whole film of a few seconds; not to be changed."""
    folder = tmp_path_factory.mktemp("film")
    paper = write_small_paper(folder / "paper")
    run = run_pipeline("generate-video", paper, folder / "out", "--aspect", "1:1")
    assert run.code == 0, run.events[-1:]
    return folder / "out"


def test_a_sentence_that_is_chosen_is_the_one_that_is_heard(
    bench: Bench, jobs: dict[State, Job], film: Path, theme: Theme, qtbot: QtBot
) -> None:
    job = jobs["completed"]
    shutil.copytree(film, bench.folder.film_of(job.key))
    at = bench.folder.film_of(job.key) / "final_video.mp4"
    job = replace(job, film=Film(at, 0.0, 1080, 1080, at.stat().st_size, "c0ffee", 0.0, 1))
    player = PlayerPane(theme, bench.link.background)
    pane = DetailPane(theme, bench.link, player)
    qtbot.addWidget(pane)
    pane.resize(420, 900)
    pane.show()
    with qtbot.waitSignal(player.duration_changed, timeout=20_000) as opened:
        pane.show_job(job)
    heard = read_texts(job, bench.folder).heard.value
    assert heard is not None
    assert opened.args is not None
    whole = sum(scene.frames for scene in heard.scenes) / FRAME_RATE
    assert abs(opened.args[0] - whole) < 0.1
    view = pane.script.view
    qtbot.waitUntil(lambda: not view.filling)
    last = sum(len(scene.sentences) for scene in heard.scenes) - 1
    shown: list[float] = []
    player.position_changed.connect(shown.append)
    for sentence in (last, 1, last - 1):
        view.chosen.emit(sentence)
        qtbot.waitUntil(lambda sentence=sentence: view.heard == sentence, timeout=20_000)  # type: ignore[misc]  # bound at once
    assert max(shown) > whole / 2
    player.release()


def test_a_film_with_captions_in_its_picture_shows_no_second_ones(
    bench: Bench, finished: Job, theme: Theme, qtbot: QtBot
) -> None:
    assert finished.film is not None
    at = finished.film.path
    said = ((0, 900, "once"),)
    make_film(at, 60, said=said)
    (at.parent / "captions.srt").write_bytes(subrip(said).encode())
    job = replace(finished, options=replace(finished.options, captions="burned"))
    player = PlayerPane(theme, bench.link.background)
    pane = DetailPane(theme, bench.link, player)
    qtbot.addWidget(pane)
    pane.show()
    seen: set[str] = set()
    player.position_changed.connect(lambda _seconds: seen.add(player.stage.picture.caption))
    with qtbot.waitSignal(player.duration_changed, timeout=20_000):
        pane.show_job(job)
    player.play()
    qtbot.waitUntil(lambda: player.transport.position > 1.0, timeout=20_000)
    assert seen == {""}
    player.release()


@pytest.mark.parametrize("plays", [True, False])
def test_who_watches_the_scenes_goes_on_in_the_finished_film(
    bench: Bench, jobs: dict[State, Job], film: Path, theme: Theme, qtbot: QtBot, plays: bool
) -> None:
    job = replace(jobs["completed"], state="running", film=None)
    work = bench.folder.work_of(job.key)
    shutil.copytree(film, work)
    player = PlayerPane(theme, bench.link.background)
    pane = DetailPane(theme, bench.link, player)
    qtbot.addWidget(pane)
    pane.resize(420, 900)
    pane.show()
    with qtbot.waitSignal(player.duration_changed, timeout=20_000):
        pane.show_job(job)
    view = pane.script.view
    qtbot.waitUntil(lambda: not view.filling)
    heard = read_texts(job, bench.folder).heard.value
    assert heard is not None
    before = sum(scene.frames for scene in heard.scenes[:2]) / FRAME_RATE
    player.seek_scene(2, 0.5)
    qtbot.waitUntil(lambda: player.position == pytest.approx(0.5, abs=0.05), timeout=20_000)
    if plays:
        player.play()
        qtbot.waitUntil(lambda: player.position > 0.7, timeout=20_000)

    shutil.copytree(work, bench.folder.film_of(job.key))
    at = bench.folder.film_of(job.key) / "final_video.mp4"
    finished = Film(at, 0.0, 1080, 1080, at.stat().st_size, "c0ffee", 0.0, 1)
    with qtbot.waitSignal(player.film_opened, timeout=20_000):
        pane.job_changed(replace(job, state="completed", film=finished))

    qtbot.waitUntil(lambda: player.position > before + 0.4, timeout=20_000)
    assert player.transport.playing == plays
    if not plays:
        assert player.position == pytest.approx(before + 0.5, abs=0.05)
    player.release()


def test_while_the_film_is_made_the_sentence_of_its_finished_scenes_is_marked(
    bench: Bench, jobs: dict[State, Job], film: Path, theme: Theme, qtbot: QtBot
) -> None:
    job = replace(jobs["failed"], state="running", problem=None)
    work = bench.folder.work_of(job.key)
    shutil.copytree(film, work)
    clips = sorted((work / "clips").glob("scene_*.mp4"))
    clips[-1].unlink()
    player = PlayerPane(theme, bench.link.background)
    pane = DetailPane(theme, bench.link, player)
    qtbot.addWidget(pane)
    pane.resize(420, 900)
    pane.show()
    opened: list[int] = []
    player.scene_changed.connect(opened.append)
    with qtbot.waitSignal(player.duration_changed, timeout=20_000):
        pane.show_job(job)
    view = pane.script.view
    qtbot.waitUntil(lambda: not view.filling and bool(pane.paper.view.quoted))
    heard = read_texts(job, bench.folder).heard.value
    assert heard is not None
    spoken = [len(scene.sentences) for scene in heard.scenes]
    second, unfinished = spoken[0], sum(spoken[:-1])
    last = unfinished - 1

    view.chosen.emit(last)
    qtbot.waitUntil(lambda: view.heard == last, timeout=20_000)
    assert opened[-1] == len(clips) - 2
    view.chosen.emit(unfinished)
    assert pane.paper.view.pointed_out == pane.paper.view.quoted.get(unfinished, "")
    assert (view.heard, opened[-1]) == (last, len(clips) - 2), "it is not there yet"
    view.chosen.emit(second - 1)
    qtbot.waitUntil(lambda: view.heard == second - 1, timeout=20_000)
    player.play()
    qtbot.waitUntil(lambda: view.heard == second, timeout=20_000)
    assert opened[-1] == 1
    player.release()
