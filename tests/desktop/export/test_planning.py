from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.desktop.export.finished import FACTS, FILM, finished_job, job_of, names_in
from videogen_desktop.desktop.export import PARTS, ExportSettings, Policy, check_space, plan_export
from videogen_desktop.errors import VideoGenError

if TYPE_CHECKING:
    from pathlib import Path

STEM = "2018 Yang - Imaging of cortical circuits - three dimensions [29608148]"


def settings_for(folder: Path, policy: Policy = "skip") -> ExportSettings:
    return ExportSettings(folder=folder, policy=policy)


def test_all_files_of_a_film_have_one_name_and_nothing_is_written(tmp_path: Path) -> None:
    job, out = finished_job(tmp_path / "films"), tmp_path / "out"
    plan = plan_export([job], replace(settings_for(out), parts=tuple(reversed(PARTS))))
    assert [item.target.name for item in plan.items] == [
        f"{STEM}{suffix}" for suffix in (".mp4", ".srt", ".vtt", ".jpg", ".md", ".txt", ".bib", ".ris")
    ]
    assert {item.conflict for item in plan.items} == {"none"}
    assert [item.size for item in plan.items if item.source] == [len(FILM) + 4, 38, 7, 9]
    assert all(item.size == len(item.content) > 20 for item in plan.items if item.source is None)
    assert plan.left_out == ()
    assert not out.exists()


def test_a_job_chosen_twice_is_exported_once(tmp_path: Path) -> None:
    job = finished_job(tmp_path / "films")
    plan = plan_export([job, job], settings_for(tmp_path / "out"))
    assert (len(plan.jobs), len(plan.items)) == (1, 2)


def test_films_of_one_name_are_told_apart_whatever_the_policy(tmp_path: Path) -> None:
    jobs = [finished_job(tmp_path / "films", number) for number in (1, 2, 3)]
    policies: tuple[Policy, ...] = ("skip", "replace", "rename")
    for policy in policies:
        plan = plan_export(jobs, settings_for(tmp_path / "out", policy))
        assert [item.target.stem for item in plan.items if item.part == "srt"] == [
            STEM,
            f"{STEM} (2)",
            f"{STEM} (3)",
        ]
        assert {item.conflict for item in plan.items} == {"none"}


@pytest.mark.parametrize("there", [f"{STEM}.mp4", f"{STEM}.MP4".upper()])
@pytest.mark.parametrize("policy", ["skip", "replace"])
def test_a_file_that_a_system_may_take_for_the_same_is_in_the_way(
    tmp_path: Path, there: str, policy: Policy
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / there).write_bytes(b"theirs")
    film, subtitles = plan_export([finished_job(tmp_path / "films")], settings_for(out, policy)).items
    assert (film.target.name, film.conflict) == (there, policy)
    assert (subtitles.target.name, subtitles.conflict) == (f"{STEM}.srt", "none")


def test_letters_with_accents_are_the_same_however_they_are_put_together(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "Une e\u0301tude.mp4").write_bytes(b"theirs")
    job = finished_job(tmp_path / "films", facts=replace(FACTS, title="Une étude"))
    film, _ = plan_export([job], replace(settings_for(out), template="{title}")).items
    assert film.conflict == "skip"


def test_a_renamed_film_takes_its_subtitles_along(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for name in (f"{STEM}.srt", f"{STEM} (2).mp4"):
        (out / name).write_bytes(b"theirs")
    plan = plan_export([finished_job(tmp_path / "films")], settings_for(out, "rename"))
    assert [(item.target.name, item.conflict) for item in plan.items] == [
        (f"{STEM} (3).mp4", "rename"),
        (f"{STEM} (3).srt", "rename"),
    ]


def test_what_is_missing_or_damaged_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    films = tmp_path / "films"
    whole, cut, gone, unfinished = (
        finished_job(films, 1),
        finished_job(films, 2),
        finished_job(films, 3),
        job_of(None, 4),
    )
    nowhere = replace(
        finished_job(films, 5), film=replace(whole.film, path=films / "moved" / "final_video.mp4")
    )
    (films / "job-2" / "final_video.mp4").write_bytes(FILM[:100])
    (films / "job-2" / "script.json").write_bytes(b"{")
    (films / "job-3" / "final_video.mp4").unlink()
    (films / "job-3" / "captions.srt").unlink()
    (films / "job-3" / "captions.srt").symlink_to(films / "job-1" / "captions.srt")
    jobs = [whole, cut, gone, unfinished, nowhere]
    plan = plan_export(jobs, replace(settings_for(tmp_path / "out"), parts=("film", "srt", "script")))
    assert [(item.job_id, item.part) for item in plan.items] == [
        (1, "film"),
        (1, "srt"),
        (1, "script"),
        (2, "srt"),
        (3, "script"),
    ]
    told = {(left.job_id, left.part): left.problem for left in plan.left_out}
    assert {place: problem.code for place, problem in told.items()} == {
        (2, "film"): "film-damaged",
        (2, "script"): "part-damaged",
        (3, "film"): "film-missing",
        (3, "srt"): "part-missing",
        (4, None): "not-finished",
        (5, None): "film-missing",
    }
    assert told[3, "film"].message == f"The film of “{FACTS.title}” is not where it was made."
    assert told[4, None].message == f"“{FACTS.title}” has no finished film."


def test_a_paper_that_cannot_be_read_is_cited_by_what_the_queue_knows(tmp_path: Path) -> None:
    job = finished_job(tmp_path / "films")
    (tmp_path / "films" / "job-1" / "paper.json").write_bytes(b'{"title": "somebody else\'s form"}')
    (item,) = plan_export([job], replace(settings_for(tmp_path / "out"), parts=("text",))).items
    assert item.content.decode() == (
        "Yang W, Carrillo-Reid L, Yuste R. Imaging of cortical circuits: three dimensions. eLife. 2018."
        " doi: 10.7554/eLife.32671. PMID: 29608148.\n"
    )


def test_the_space_is_reckoned_before_the_first_byte(tmp_path: Path) -> None:
    jobs = [finished_job(tmp_path / "films", number) for number in (1, 2)]
    plan = plan_export(jobs, settings_for(tmp_path / "out"), free=lambda _: 100_000)
    assert plan.needed == 2 * (76 + 1) * 4096  # 307,204 bytes take 76 blocks, the subtitles one
    with pytest.raises(VideoGenError) as refused:
        check_space(plan)
    assert refused.value.code == "disk-full"
    assert f"{plan.missing / 1000:.1f} kB more would be needed" in refused.value.message
    check_space(plan_export(jobs, settings_for(tmp_path / "out"), free=lambda _: plan.needed))


def test_a_file_that_is_replaced_gives_its_space_back_only_then(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    block = 4096
    for suffix in ("", " (2)"):
        (out / f"{STEM}{suffix}.mp4").write_bytes(bytes(100 * block))
    jobs = [finished_job(tmp_path / "films", number, film=bytes(100 * block - 4)) for number in (1, 2)]
    chosen = replace(settings_for(out), parts=("film",))
    assert plan_export(jobs, replace(chosen, policy="replace")).needed == 100 * block
    assert plan_export(jobs, replace(chosen, policy="rename")).needed == 200 * block
    assert plan_export(jobs, replace(chosen, policy="skip")).needed == 0


def test_a_path_on_windows_stays_within_its_limit(tmp_path: Path) -> None:
    out = tmp_path / "out"
    job = finished_job(tmp_path / "films", facts=replace(FACTS, title="A title of many words " * 30))
    film, _ = plan_export([job], settings_for(out), windows=True).items
    assert 250 < len(str(film.target)) <= 259
    assert film.target.name.endswith("… [29608148].mp4")
    with pytest.raises(VideoGenError) as refused:
        plan_export([job], settings_for(out / ("deep" * 40)), windows=True)
    assert refused.value.code == "path-too-long"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"folder": None}, "no-folder"),
        ({"parts": ()}, "nothing-chosen"),
        ({"template": "{x}"}, "bad-template"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(tmp_path: Path, change: dict[str, None], code: str) -> None:
    job = finished_job(tmp_path / "films")
    with pytest.raises(VideoGenError) as refused:
        plan_export([job], replace(settings_for(tmp_path / "out"), **change))
    assert refused.value.code == code


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_a_folder_that_cannot_be_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(VideoGenError) as refused:
        plan_export([finished_job(tmp_path / "films")], settings_for(tmp_path / name))
    assert refused.value.code == "not-readable"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    job = finished_job(tmp_path / "films")
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(VideoGenError) as refused:
            plan_export([job], settings_for(folder))
        assert refused.value.code == "not-a-folder"
    assert names_in(tmp_path) == ["file", "films"]
