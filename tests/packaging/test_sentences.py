"""The sentences of the layers below the window are found in the sources; each is shipped and in French."""

from __future__ import annotations

import ast
import importlib
import re
import textwrap
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from tests.packaging.small_checkout import ROOT
from videogen_desktop.desktop.said import CONTEXT, WORDS, Template, Templates

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PACKAGE = ROOT / "videogen_desktop"
TRANSLATIONS = ROOT / "resources" / "translations"
RENEW = "Run packaging/renew_translations.py, and translate what it lists."

finder = importlib.import_module("sentences")


@pytest.fixture(scope="module")
def sentences() -> dict[str, str]:
    """What the sources of today say, each with its place."""
    return finder.sentences(PACKAGE)


@pytest.fixture
def found(tmp_path: Path) -> Callable[..., list[str]]:
    """What is found in a package of one file."""

    def found(source: str, name: str = "work.py") -> list[str]:
        package = tmp_path / name.replace("/", "-")
        file = package / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(source), "utf-8")
        return list(finder.sentences(package))

    return found


# The sources of today


def test_every_sentence_is_shipped(sentences: dict[str, str]) -> None:
    shipped = (TRANSLATIONS / "sentences.txt").read_text("utf-8").splitlines()

    assert shipped == list(sentences), RENEW


def test_every_sentence_is_in_french(sentences: dict[str, str]) -> None:
    french = _translated(TRANSLATIONS / "videogen_fr.ts")
    lacking = [f"{place}: {text}" for text, place in sentences.items() if text not in french]

    assert not lacking, "\n".join((RENEW, *lacking))
    assert french >= WORDS


def test_no_error_of_the_sources_is_passed_over(sentences: dict[str, str]) -> None:
    """Looked for in the simplest way: literals that stand where an error, or a problem, is made."""
    templates = Templates(sentences)
    missed = [
        f"{path.relative_to(PACKAGE)}:{call.lineno}: {text}"
        for path in PACKAGE.rglob("*.py")
        if not any(path.is_relative_to(PACKAGE / each) for each in finder.ELSEWHERE)
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("VideoGenError", "Problem", "Hindrance")
        for text in map(_example, call.args[1:3])
        if text and templates.find(text) is None
    ]
    assert not missed


def test_each_sentence_is_known_again_by_its_own_template(sentences: dict[str, str]) -> None:
    templates = Templates(sentences)
    for sentence in sentences:
        template = Template(sentence)
        values = {name: f"value{number}" for number, name in enumerate(template.names)}

        assert templates.find(sentence.format(**values)) == (sentence, values)


def test_no_template_fits_nearly_everything(sentences: dict[str, str]) -> None:
    for sentence in sentences:
        literals = Template(sentence).literals

        assert len(re.findall(r"[^\W\d_]", "".join(literals))) >= 4, sentence
        assert all(literals[1:-1]), f"two fields side by side: {sentence}"


def _example(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts) if not any(
            isinstance(part, ast.FormattedValue) and not isinstance(part.value, ast.Attribute)
            for part in parts
        ):
            return "".join(str(part.value) if isinstance(part, ast.Constant) else "VALUE" for part in parts)
    return ""


def _translated(file: Path) -> set[str]:
    """The sources of the finished messages of the context."""
    return {
        message.findtext("source", "")
        for context in ET.parse(file).iter("context")  # noqa: S314 - a file of this project
        if context.findtext("name") == CONTEXT
        for message in context.iter("message")
        if (translation := message.find("translation")) is not None
        and translation.get("type") is None
        and all(form.text for form in (translation.findall("numerusform") or [translation]))
    }


# What is found


def test_messages_and_hints_of_errors_are_found(found: Callable[..., list[str]]) -> None:
    assert found(
        """
        def lost(path, *, number):
            return VideoGenError("lost", f"The file {path.name} is {{gone}}.", hint=f"Look at {number:.1f}.")
        """
    ) == ["Look at {n}.", "The file {name} is {{gone}}."]


def test_a_value_has_a_name_of_its_own(found: Callable[..., list[str]]) -> None:
    assert found("VideoGenError('x', f'From {a.name} to {b.name}.', '')") == ["From {name} to {name2}."]


def test_words_that_are_put_in_are_written_out(found: Callable[..., list[str]]) -> None:
    assert found(
        """
        def _unreachable(host, what):
            return VideoGenError("no-network", f"{host} {what}.", "")

        def ask(host, late):
            raise _unreachable(host, "did not answer" if late else "broke off the line")

        def ask_again(host):
            raise _unreachable(host, what="is asked too often")
        """
    ) == ["{host} broke off the line.", "{host} did not answer.", "{host} is asked too often."]


def test_sentences_that_are_put_in_are_fields(found: Callable[..., list[str]]) -> None:
    assert found(
        """
        REASONS = {"a": "It was too long.", "b": "It was too short."}

        def refuse(kind):
            why = REASONS[kind]
            return Problem("bad", f"It was not taken. {why}", "")
        """
    ) == ["It was not taken. {said}"]


def test_what_may_be_left_out_is_left_out_once(found: Callable[..., list[str]]) -> None:
    assert found(
        """
        def unknown(name, near):
            guess = f" Did you mean {near}?" if near else ""
            return VideoGenError("unknown", f"There is no {name}.{guess}", "")
        """
    ) == ["There is no {name}.", "There is no {name}. Did you mean {near}?"]


def test_mere_values_are_not_written_out(found: Callable[..., list[str]]) -> None:
    assert found(
        """
        def lacking(voice):
            return VideoGenError("voice-missing", f"There is no voice named {voice}.", "")

        lacking("joe")
        lacking("ann")
        """
    ) == ["There is no voice named {voice}."]


def test_kinds_of_errors_and_messages_of_progress_are_found(found: Callable[..., list[str]]) -> None:
    assert found(
        """
        class Gone(VideoGenError):
            def __init__(self):
                super().__init__("gone", "It is gone.", "Let it go.")

        class Other(Exception):
            def __init__(self):
                super().__init__("other", "Nobody says this.", "Nor this.")

        def work(bench, counter, scenes):
            bench.progress.start("stage", "Looking about")
            bench.progress.update(0.5, f"Scene {counter} of {len(scenes)}")
            counter.update(1, "Nobody says this either")
        """
    ) == ["It is gone.", "Let it go.", "Looking about", "Scene {counter} of {scenes}"]


def test_reasons_are_every_sentence_but_those_for_others(found: Callable[..., list[str]]) -> None:
    source = '''
        """It is what the file is about."""

        _EMPTY = "It is empty."

        def why(row):
            _log.info("It was looked at.")
            if not row:
                raise ValueError("It is a mistake.")
            return self.tr("It is translated.") or f"It is {row.kind}, and not wanted."
        '''
    assert found(source, "jobs/states.py") == ["It is empty.", "It is {kind}, and not wanted."]
    assert found(source, "jobs/cli/states.py") == found(source, "pipeline/film.py") == []


def test_what_is_counted_has_its_forms() -> None:
    assert finder.counts("{count} scenes spoken")
    assert finder.counts("{name} holds {papers} PubMed records; a film is made of one.")
    assert not finder.counts("{name} holds more than one paper.")
