"""The pipeline as the process that it is: its events, its files, its exit codes."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import av
import pytest

from tests.pipeline.runs import Run, run_pipeline, write_small_paper
from videogen_desktop.files import sha256_of
from videogen_desktop.pipeline.job import STAGES
from videogen_desktop.pipeline.manifest import Manifest, fingerprint
from videogen_desktop.pipeline.script.writing import SCRIPT_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RETRACTION = '<related-article related-article-type="retraction-forward" ext-link-type="doi" id="r1"/>'
CONTRACT = (
    *("paper.json", "paper.xml", "figures", "script.json", "audio.wav", "audio_metadata.json"),
    *("clips/scene_00.mp4", "clips/video_metadata.json", "captions.srt", "captions.vtt", "thumbnail.jpg"),
    *("final_video.mp4", "manifest.json", "pipeline.log"),
)


def hashes(folder: Path, pattern: str) -> dict[str, str]:
    return {path.name: sha256_of(path) for path in sorted(folder.glob(pattern))}


def edit_script(folder: Path, scene: int, text: str) -> None:
    path = folder / "script.json"
    script: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    script["scenes"][scene]["sentences"][0]["text"] = text
    path.write_text(json.dumps(script), encoding="utf-8")


def test_a_run_leaves_the_files_of_the_contract_and_a_film(made: tuple[Path, Run]) -> None:
    folder, run = made
    assert all((folder / name).exists() for name in CONTRACT)
    assert run.result["video"] == "final_video.mp4"
    with av.open(folder / "final_video.mp4") as film:
        assert film.duration is not None
        assert abs(film.duration / 1e6 - run.result["duration_s"]) < 0.04
        assert film.metadata["title"] == "Milk and Mus musculus"


def test_events_tell_every_stage_in_order_and_never_go_back(made: tuple[Path, Run]) -> None:
    stages = [event for event in made[1].events if event["event"] == "stage"]
    assert [event["stage"] for event in stages if event["state"] == "started"] == list(STAGES)
    assert [event["stage"] for event in stages if event["state"] == "done"] == list(STAGES)
    overall = [event["overall"] for event in stages]
    assert overall == sorted(overall)
    assert overall[-1] == 1.0
    assert made[1].events[-1]["event"] == "result"


def test_a_second_run_skips_everything_and_changes_nothing(film_folder: Path, small_paper: Path) -> None:
    before = hashes(film_folder, "*.*")
    run = run_pipeline("generate-video", small_paper, film_folder, "--aspect", "1:1")
    assert run.code == 0
    assert set(run.states().values()) == {"skipped"}
    assert {
        name: digest for name, digest in hashes(film_folder, "*.*").items() if name != "pipeline.log"
    } == {name: digest for name, digest in before.items() if name != "pipeline.log"}
    assert run.result["video"] == "final_video.mp4"


def test_a_changed_sentence_redoes_its_scene_and_the_join_only(film_folder: Path, small_paper: Path) -> None:
    clips, sounds = hashes(film_folder, "clips/*.mp4"), hashes(film_folder, "audio/*.wav")
    film = sha256_of(film_folder / "final_video.mp4")
    edit_script(film_folder, 2, "The mice in this study drank milk.")
    run = run_pipeline("generate-video", small_paper, film_folder, "--aspect", "1:1")
    assert run.code == 0, run.events[-1:]
    changed = {name for name, digest in hashes(film_folder, "clips/*.mp4").items() if clips[name] != digest}
    assert changed == {"scene_02.mp4"}
    spoken = {name for name, digest in hashes(film_folder, "audio/*.wav").items() if sounds[name] != digest}
    assert spoken == {"scene_02.wav"}
    assert sha256_of(film_folder / "final_video.mp4") != film
    assert "drank milk" in (film_folder / "captions.srt").read_text(encoding="utf-8").replace("\n", " ")


def test_an_edited_script_with_a_number_of_ones_own_is_refused_and_kept(
    film_folder: Path, small_paper: Path
) -> None:
    edit_script(film_folder, 2, "Ninety-nine mice drank milk.")
    edited = (film_folder / "script.json").read_bytes()
    run = run_pipeline("generate-video", small_paper, film_folder, "--aspect", "1:1")
    assert (run.code, run.error["code"]) == (2, "not-in-source")
    assert (film_folder / "script.json").read_bytes() == edited


def test_starting_over_keeps_an_edited_script_aside(film_folder: Path, small_paper: Path) -> None:
    edit_script(film_folder, 2, "The mice drank.")
    edited = (film_folder / "script.json").read_bytes()
    run = run_pipeline(
        "generate-video",
        small_paper,
        film_folder,
        "--aspect",
        "1:1",
        "--no-skip-existing",
        "--stop-after",
        "generate-script",
    )
    assert run.code == 0
    assert (film_folder / "script.edited-1.json").read_bytes() == edited
    assert (film_folder / "script.json").read_bytes() != edited


def test_starting_over_goes_on_starting_over_after_it_was_interrupted(
    film_folder: Path, small_paper: Path
) -> None:
    stop = ("--no-skip-existing", "--stop-after", "fetch-paper")
    assert run_pipeline("generate-video", small_paper, film_folder, "--aspect", "1:1", *stop).code == 0
    run = run_pipeline("generate-video", small_paper, film_folder, "--aspect", "1:1")
    assert run.states() == {
        "fetch-paper": "skipped",
        "generate-script": "done",
        "generate-audio": "done",
        "generate-videos": "done",
        "add-captions": "done",
    }
    assert not list(film_folder.glob("script.edited-*"))


def test_a_step_that_is_done_again_by_itself_leaves_the_others_proven(
    film_folder: Path, small_paper: Path
) -> None:
    assert run_pipeline("generate-script", film_folder, "--no-skip-existing").code == 0
    run = run_pipeline("generate-video", small_paper, film_folder, "--aspect", "1:1")
    assert set(run.states().values()) == {"skipped"}


def test_an_edited_script_that_was_used_is_still_a_persons_own(film_folder: Path, small_paper: Path) -> None:
    edit_script(film_folder, 2, "The mice drank.")
    edited = (film_folder / "script.json").read_bytes()
    stop = ("--aspect", "1:1", "--stop-after", "generate-script")
    assert run_pipeline("generate-video", small_paper, film_folder, *stop).code == 0
    assert run_pipeline("generate-video", small_paper, film_folder, *stop, "--no-skip-existing").code == 0
    assert (film_folder / "script.edited-1.json").read_bytes() == edited


def test_an_edit_cannot_take_a_figures_credit_away(film_folder: Path, small_paper: Path) -> None:
    path = film_folder / "script.json"
    text = path.read_text(encoding="utf-8").replace("CC BY 4.0, resized", "mine")
    path.write_text(text, encoding="utf-8")
    run = run_pipeline("generate-video", small_paper, film_folder, "--aspect", "1:1")
    assert (run.code, run.error["code"]) == (2, "bad-script")


def drop_last_scene(script: dict[str, Any]) -> None:
    script["scenes"].pop()


def invent_heading(script: dict[str, Any]) -> None:
    script["scenes"][2]["heading"] = "Milk cures 99% of mice"


def invent_number_in_section(script: dict[str, Any]) -> None:
    sentence = script["scenes"][2]["sentences"][0]
    sentence["text"], sentence["source"]["section"] = "Milk helped 99 mice.", "Abstract › 99"


@pytest.mark.parametrize("step", ["generate-audio", "generate-script"])
@pytest.mark.parametrize("edit", [drop_last_scene, invent_heading, invent_number_in_section])
def test_no_step_believes_an_edit_that_is_not_true(
    edit: Callable[[dict[str, Any]], None], step: str, film_folder: Path
) -> None:
    path = film_folder / "script.json"
    script = json.loads(path.read_text(encoding="utf-8"))
    edit(script)
    path.write_text(json.dumps(script), encoding="utf-8")
    run = run_pipeline(step, film_folder)
    assert run.code == 2
    assert run.error["code"] in ("not-in-source", "bad-script")


def test_a_step_by_itself_remembers_what_the_film_was_to_look_like(film_folder: Path) -> None:
    (film_folder / "final_video.mp4").unlink()
    assert run_pipeline("add-captions", film_folder).code == 0
    with av.open(film_folder / "final_video.mp4") as film:
        assert (film.streams.video[0].width, film.streams.video[0].height) == (1080, 1080)


def test_a_mistyped_paper_does_not_use_its_folder_up(small_paper: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run_pipeline("generate-video", tmp_path / "papr.xml", out).code == 3
    assert run_pipeline("generate-video", small_paper, out, "--stop-after", "fetch-paper").code == 0


def test_a_moved_paper_goes_on_in_its_folder(film_folder: Path, small_paper: Path, tmp_path: Path) -> None:
    shutil.copytree(small_paper, tmp_path / "moved")
    run = run_pipeline("generate-video", tmp_path / "moved", film_folder, "--aspect", "1:1")
    assert run.code == 0
    assert set(run.states().values()) == {"skipped"}


def test_a_pdf_is_named_as_one_and_not_to_be_tried_again(tmp_path: Path) -> None:
    (tmp_path / "paper.xml").write_bytes(b"%PDF-1.7 rubbish")
    run = run_pipeline("generate-video", tmp_path / "paper.xml", tmp_path / "out")
    assert (run.code, run.error["code"]) == (2, "bad-input")
    assert "PDF" in run.error["message"]


def test_a_folder_that_cannot_be_made_is_a_plain_error(small_paper: Path, tmp_path: Path) -> None:
    run = run_pipeline("generate-video", small_paper, tmp_path / ("a" * 300))
    assert (run.code, run.error["code"]) == (3, "not-writable")


def test_a_changed_script_is_not_drawn_over_its_old_sound(film_folder: Path) -> None:
    edit_script(film_folder, 2, "The mice drank.")
    for step in ("generate-videos", "add-captions"):
        run = run_pipeline(step, film_folder, "--aspect", "1:1")
        assert (run.code, run.error["code"]) == (2, "step-missing")


def test_a_damaged_script_is_a_plain_error(film_folder: Path, small_paper: Path) -> None:
    (film_folder / "script.json").write_text("{", encoding="utf-8")
    run = run_pipeline("generate-video", small_paper, film_folder, "--aspect", "1:1")
    assert (run.code, run.error["code"]) == (2, "bad-script")


def test_a_damaged_clip_is_not_believed(film_folder: Path, small_paper: Path) -> None:
    clip = film_folder / "clips" / "scene_01.mp4"
    good = sha256_of(clip)
    clip.write_bytes(b"not a film")
    run = run_pipeline("generate-video", small_paper, film_folder, "--aspect", "1:1")
    assert run.code == 0
    assert sha256_of(clip) == good


def test_each_step_by_itself_makes_the_same_film(
    made: tuple[Path, Run], small_paper: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    assert run_pipeline("fetch-paper", small_paper, folder).code == 0
    for step in STAGES[1:]:
        run = run_pipeline(step, folder, "--aspect", "1:1")
        assert run.code == 0, run.events[-1:]
    for name in ("paper.json", "script.json", "audio.wav", "captions.srt", "captions.vtt"):
        assert (folder / name).read_bytes() == (made[0] / name).read_bytes(), name
    assert hashes(folder, "clips/*.mp4") == hashes(made[0], "clips/*.mp4")


@pytest.mark.parametrize("step", STAGES[1:])
def test_a_step_without_the_one_before_says_which_is_missing(step: str, tmp_path: Path) -> None:
    run = run_pipeline(step, tmp_path / "out")
    assert (run.code, run.error["code"]) == (2, "step-missing")


def test_stop_after_stops_there_and_goes_on_later(small_paper: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    run = run_pipeline("generate-video", small_paper, folder, "--stop-after", "generate-script")
    assert run.code == 0
    assert run.result["video"] is None
    assert (folder / "script.json").exists()
    assert not (folder / "audio.wav").exists()


def test_no_merge_leaves_clips_and_captions_without_a_film(film_folder: Path, small_paper: Path) -> None:
    (film_folder / "final_video.mp4").unlink()
    run = run_pipeline("generate-video", small_paper, film_folder, "--aspect", "1:1", "--no-merge")
    assert run.code == 0
    assert run.result["video"] is None
    assert (film_folder / "captions.vtt").exists()
    assert not (film_folder / "final_video.mp4").exists()


@pytest.mark.parametrize(
    ("kind", "related", "options", "code"),
    [
        ("correction", "", [], "nothing-to-tell"),
        ("retraction", "", [], "nothing-to-tell"),
        ("research-article", RETRACTION, [], "retracted"),
    ],
)
def test_a_paper_that_no_film_can_be_made_of_stops_at_the_door(
    kind: str, related: str, options: list[str], code: str, tmp_path: Path
) -> None:
    paper = write_small_paper(tmp_path / "paper", kind=kind, related=related)
    run = run_pipeline("generate-video", paper, tmp_path / "out", *options)
    assert (run.code, run.error["code"]) == (3, code)
    assert not (tmp_path / "out" / "paper.json").exists()


def test_a_retracted_paper_that_is_allowed_says_so_throughout(tmp_path: Path) -> None:
    paper = write_small_paper(tmp_path / "paper", related=RETRACTION)
    out = tmp_path / "out"
    run = run_pipeline("generate-video", paper, out, "--allow-retracted", "--aspect", "9:16")
    assert run.code == 0, run.events[-1:]
    with av.open(out / "final_video.mp4") as film:
        assert film.metadata["title"].startswith("[Retracted]")
    captions = (out / "captions.srt").read_text(encoding="utf-8").replace("\n", " ")
    assert captions.count("has been retracted") == 2


def test_another_papers_folder_and_a_strangers_film_are_left_alone(film_folder: Path, tmp_path: Path) -> None:
    other = write_small_paper(tmp_path / "other", result="They shrank.")
    run = run_pipeline("generate-video", other, film_folder)
    assert (run.code, run.error["code"]) == (2, "other-paper")
    strange = tmp_path / "strange"
    strange.mkdir()
    (strange / "final_video.mp4").write_bytes(b"mine")
    run = run_pipeline("generate-video", other, strange)
    assert (run.code, run.error["code"]) == (2, "foreign-folder")
    assert (strange / "final_video.mp4").read_bytes() == b"mine"


@pytest.mark.parametrize(
    "paper_id", ["0", "-1", "123456789", "1e7", "PMC", "1; rm -rf /", "1' OR '1'='1", "x"]
)
def test_what_is_no_identifier_is_wrong_usage(paper_id: str, tmp_path: Path) -> None:
    run = (
        run_pipeline("generate-video", "--", paper_id, tmp_path / "out")
        if paper_id == "-1"
        else run_pipeline("generate-video", paper_id, tmp_path / "out")
    )
    assert run.code == 2
    assert run.error["code"] == "bad-identifier"


def test_without_a_network_a_person_is_told_so_and_may_try_again(tmp_path: Path) -> None:
    run = run_pipeline("generate-video", "29412138", tmp_path / "out")
    assert (run.code, run.error["code"], run.error["retryable"]) == (75, "no-network", True)


def test_a_missing_voice_is_named(small_paper: Path, tmp_path: Path) -> None:
    run = run_pipeline("generate-video", small_paper, tmp_path / "out", "--voice", "nobody")
    assert (run.code, run.error["code"]) == (3, "voice-missing")
    assert "nobody" in run.error["message"]


def test_a_folder_that_cannot_be_written_is_a_plain_error(small_paper: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    run = run_pipeline("generate-video", small_paper, tmp_path / "file" / "out")
    assert (run.code, run.error["code"]) == (3, "not-writable")


def test_wrong_usage_is_two_with_a_sentence_on_standard_error(tmp_path: Path) -> None:
    run = run_pipeline("generate-video", "1", tmp_path, "--aspect", "4:3")
    assert run.code == 2
    assert run.events == []
    assert "4:3" in run.stderr


def test_a_folder_of_the_time_before_lengths_is_still_proven(made: tuple[Path, Run]) -> None:
    manifest = Manifest.read(made[0])
    assert manifest is not None
    proof = manifest.proof_of("generate-script")
    assert proof is not None
    assert proof.inputs == fingerprint(SCRIPT_VERSION, sha256_of(made[0] / "paper.json"), False)


def test_another_length_writes_the_script_anew_and_later_steps_remember_it(
    film_folder: Path, small_paper: Path
) -> None:
    asked = ("--aspect", "1:1", "--length", "short", "--audience", "specialist")
    stop = ("--stop-after", "generate-script")
    states = [
        run_pipeline("generate-video", small_paper, film_folder, *options, *stop).states()["generate-script"]
        for options in (asked, asked, ("--aspect", "1:1"))
    ]
    assert states == ["done", "skipped", "done"]
    assert run_pipeline("generate-video", small_paper, film_folder, *asked, *stop).code == 0
    assert run_pipeline("generate-script", film_folder).states() == {"generate-script": "skipped"}


def test_an_edited_script_is_a_persons_own_at_the_length_it_was_written_for(
    film_folder: Path, small_paper: Path
) -> None:
    asked = ("--aspect", "1:1", "--length", "long", "--stop-after", "generate-script")
    assert run_pipeline("generate-video", small_paper, film_folder, *asked).code == 0
    edit_script(film_folder, 2, "The mice drank.")
    edited = (film_folder / "script.json").read_bytes()
    assert run_pipeline("generate-video", small_paper, film_folder, *asked).code == 0
    assert run_pipeline("generate-script", film_folder).code == 0
    assert (film_folder / "script.json").read_bytes() == edited
