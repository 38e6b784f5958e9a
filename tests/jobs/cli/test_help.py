"""Help is there at once, and says what the commands say themselves."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import click
import pytest

from tests.jobs.cli.conftest import Queue, videogen
from videogen_desktop.jobs.cli.app import PIPELINE_COMMANDS, QUEUE_COMMANDS, jobs
from videogen_desktop.jobs.cli.app import videogen as group

HEAVY = ("av", "numpy", "onnxruntime", "piper", "PySide6", "sqlalchemy", "alembic", "httpx2", "PIL")
_ASK = """
import sys
sys.argv = ["videogen", *{arguments}]
from videogen_desktop.jobs.cli import main
try:
    main()
except SystemExit as end:
    assert end.code == 0, end.code
print([name for name in {heavy} if name in sys.modules])
"""


@pytest.mark.parametrize("arguments", [["--help"], ["jobs", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = _ASK.format(arguments=arguments, heavy=HEAVY)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", [*PIPELINE_COMMANDS, *QUEUE_COMMANDS])
def test_each_command_is_there_and_takes_what_all_take(name: str) -> None:
    found = group.get_command(click.Context(group), name) or jobs.get_command(click.Context(jobs), name)
    assert found is not None
    assert found.name == name
    options = {option for parameter in found.params for option in parameter.opts}
    if name in QUEUE_COMMANDS:
        assert {"--json", "--data-dir"} <= options


@pytest.mark.parametrize("name", PIPELINE_COMMANDS)
def test_the_list_says_of_the_pipelines_commands_what_they_say(name: str) -> None:
    found = group.get_command(click.Context(group), name)
    assert found is not None
    assert found.get_short_help_str(200) == PIPELINE_COMMANDS[name].help


def test_the_console_script_is_this_command() -> None:
    project = tomllib.loads((Path(__file__).resolve().parents[3] / "pyproject.toml").read_text("utf-8"))
    module, _, function = project["project"]["scripts"]["videogen"].partition(":")
    assert callable(getattr(import_module(module), function))


def test_wrong_usage_is_two_and_in_json_a_document(queue: Queue) -> None:
    answer = queue("lst")
    assert (answer.code, answer.out) == (2, "")
    assert "lst" in answer.err
    answer = queue("list", "--json", "--limit", "many")
    assert answer.code == 2
    assert answer.json["error"]["code"] == "usage"
    assert "--help" in answer.json["error"]["hint"]


def test_the_pipelines_commands_are_here_as_well(tmp_path: Path) -> None:
    answer = videogen("generate-audio", tmp_path / "out")
    assert answer.code == 2
    assert "generate-script" in answer.err


def test_a_reader_that_goes_away_is_no_fault() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "import sys; sys.stdin.close()"], stdin=subprocess.PIPE
    ) as reader:
        reader.wait()
        assert reader.stdin
        done = subprocess.run(
            [sys.executable, "-m", "videogen_desktop.jobs", "jobs", "--help"],
            stdout=reader.stdin,
            stderr=subprocess.PIPE,
            check=False,
        )
        reader.stdin.close()
    assert (done.returncode, done.stderr) == (0, b"")
