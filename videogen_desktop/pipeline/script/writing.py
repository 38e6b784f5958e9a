"""A paper told in scenes: title, why it matters, what they did and found, what it means, limits, source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.pipeline.script.abbreviations import Speller, definitions_in
from videogen_desktop.pipeline.script.body import with_body
from videogen_desktop.pipeline.script.budget import words_of
from videogen_desktop.pipeline.script.caveats import caveats
from videogen_desktop.pipeline.script.choosing import Relevance, choose
from videogen_desktop.pipeline.script.credits import banner, card_of, source_scene, title_scene
from videogen_desktop.pipeline.script.door import check_admission
from videogen_desktop.pipeline.script.figures import figure_scenes
from videogen_desktop.pipeline.script.grounding import check_grounding
from videogen_desktop.pipeline.script.material import Material, gather
from videogen_desktop.pipeline.script.model import Scene, Script, Sentence
from videogen_desktop.pipeline.script.retelling import retold, speaks_as_one, speaks_as_we, word_count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from videogen_desktop.papers.model import Paper
    from videogen_desktop.pipeline.job import Audience, Length
    from videogen_desktop.pipeline.script.rhetoric import Role
    from videogen_desktop.pipeline.script.sentences import QuotedSentence

SCRIPT_VERSION = 1
_HEADINGS: dict[Role, str] = {
    "why": "Why it matters",
    "did": "What they did",
    "found": "What they found",
    "means": "What it means",
    "limits": "Limits",
}
_SCENE_WORDS = 75
_SCENE_SENTENCES = 3


def write_script(
    paper: Paper,
    *,
    allow_retracted: bool = False,
    length: Length = "standard",
    audience: Audience = "general",
) -> Script:
    """Write the script of a film about a paper, proven against it.

    Args:
        paper: The paper.
        allow_retracted: Whether a retracted paper is told, with a warning.
        length: How much of it is told.
        audience: For whom: what is told more of, and what less.

    Raises:
        VideoGenError: ``retracted``, ``nothing-to-tell``, ``no-text`` or ``unsupported-language``.
    """
    check_admission(paper, allow_retracted=allow_retracted)
    relevance, budget = Relevance(paper), words_of(length, audience)
    chosen = _choose(gather(paper), relevance, budget)
    if length == "long":
        chosen = with_body(chosen, budget, paper, relevance)
    told = {role: _retell(sentences, paper) for role, sentences in chosen.items()}
    if not told["found"] and not told["did"] and not told["means"]:
        raise VideoGenError(
            "nothing-to-tell",
            "No sentence in this record says what was done, found or concluded.",
            "If you have the full paper as a JATS file, give that file instead of its number.",
        )
    figures = figure_scenes(paper, (sentence for sentences in chosen.values() for sentence in sentences))
    told["limits"] += caveats(paper, [sentence.text for sentences in told.values() for sentence in sentences])
    speller = Speller(definitions_in(paper))
    scenes = [title_scene(paper)]
    before_figures: tuple[Role, ...] = ("why", "did", "found")
    for role in before_figures:
        scenes += _text_scenes(role, told[role])
    scenes += figures
    after_figures: tuple[Role, ...] = ("means", "limits")
    for role in after_figures:
        scenes += _text_scenes(role, told[role])
    scenes.append(source_scene(paper, uses_figures=bool(figures)))
    words, warning = banner(paper)
    spelled = tuple(_spelled(scene, speller) for scene in scenes)
    script = Script(SCRIPT_VERSION, card_of(paper), spelled, words, warning, paper.notes)
    check_grounding(script, paper)
    return script


def _choose(
    material: Material, relevance: Relevance, words: Mapping[Role, int]
) -> dict[Role, list[QuotedSentence]]:
    return {role: choose(material.of(role), role, budget, relevance) for role, budget in words.items()}


def _retell(sentences: Sequence[QuotedSentence], paper: Paper) -> list[Sentence]:
    told: list[Sentence] = []
    before: QuotedSentence | None = None
    for sentence in sentences:
        follows = (
            before is not None and before.passage == sentence.passage and before.number == sentence.number - 1
        )
        told.append(Sentence(_voiced(sentence, paper, follows), sentence.source))
        before = sentence
    return told


def _voiced(sentence: QuotedSentence, paper: Paper, follows: bool) -> str:
    """The narrator's words; a single author's "I" or "we" is kept, and said to be the author's."""
    alone = speaks_as_one(sentence.quote) or (len(paper.authors) == 1 and speaks_as_we(sentence.quote))
    text = retold(sentence, follows=follows, third_person=not alone)
    return f"In the author’s words: “{text}”" if alone else text


def _spelled(scene: Scene, speller: Speller) -> Scene:
    if scene.kind not in ("text", "figure"):
        return scene
    sentences = tuple(
        replace(sentence, text=speller.spelled(sentence.text, sentence.source.quote))
        for sentence in scene.sentences
    )
    return replace(scene, sentences=sentences)


def _text_scenes(role: Role, sentences: Sequence[Sentence]) -> list[Scene]:
    """One scene a role, or as many as keep each readable."""
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if groups and _fits(groups[-1], sentence):
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    return [Scene("text", _HEADINGS[role], tuple(group)) for group in groups]


def _fits(group: Sequence[Sentence], sentence: Sentence) -> bool:
    words = sum(word_count(member.text) for member in (*group, sentence))
    return len(group) < _SCENE_SENTENCES and words <= _SCENE_WORDS
