"""The sentences that a script may draw on, sorted by the part of the story they tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.pipeline.script.rhetoric import (
    Role,
    cue_strength,
    label_role,
    limit_strength,
    roles_in_order,
)
from videogen_desktop.pipeline.script.sentences import QuotedSentence, has_formula, sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from videogen_desktop.papers.model import Paper, Passage

_INTRODUCTION = re.compile(r"introduction|background", re.IGNORECASE)
_METHODS = re.compile(r"method|material|procedure|study design", re.IGNORECASE)
_RESULTS = re.compile(r"result|finding", re.IGNORECASE)
_ENDING = re.compile(r"conclusion|discussion|summary|implication", re.IGNORECASE)
_BACK_MATTER = re.compile(
    r"contribution|competing|conflict|acknowledg|supplement|supporting|funding|disclosure|availability|appendix|"
    r"abbreviation|pre-publication|ethic|registration|materials? and method|^methods?",
    re.IGNORECASE,
)
_LIMITS_FLOOR = 3.0
_NAMES_LIMITS = re.compile(r"\blimitations?\b", re.IGNORECASE)
_ANNOUNCEMENT = re.compile(
    r"\b(?:several|some|a number of|certain|various|following) (?:\w+ )?limitations\b", re.IGNORECASE
)
_ANNOUNCED_SENTENCES = 4
_NO_LIMIT = re.compile(
    r"\bstrengths?\b|\badvantages?\b|\bto compensate\b|\bunchanged\b|\bsimilar results\b", re.IGNORECASE
)
_OBJECTIVE = re.compile(r"objective|aim|purpose|goal|hypothes|question", re.IGNORECASE)
_AIM = re.compile(
    r"\bwe (investigat|examin|aimed|sought|set out|hypothesi|tested|asked|report|describe|present|explor)|"
    r"^(this|the present) (study|paper|work|trial|review|article) (?!is\b|has\b)\w+s\b|"
    r"\b(aim|purpose|objective|goal)s? of (this|the present|our) |"
    r"\bin this (study|paper|work|report|article)\b|\bhere,? we\b",
    re.IGNORECASE,
)
_SENTENCE_WORDS = (3, 70)


@dataclass(frozen=True)
class Material:
    """Sentences by role, each role in the order of the paper."""

    why: tuple[QuotedSentence, ...]
    did: tuple[QuotedSentence, ...]
    found: tuple[QuotedSentence, ...]
    means: tuple[QuotedSentence, ...]
    limits: tuple[QuotedSentence, ...]

    def of(self, role: Role) -> tuple[QuotedSentence, ...]:
        """The sentences of one role."""
        sentences: tuple[QuotedSentence, ...] = getattr(self, role)
        return sentences


def gather(paper: Paper) -> Material:
    """Sort a paper's sentences by role: the abstract first, the body for what the abstract leaves out."""
    passages = list(paper.passages())
    by_role = _from_abstract(passages)
    for role in ("why", "did", "found", "means"):
        if not by_role[role]:
            by_role[role] = _from_body(role, passages)
    by_role["limits"] = by_role["limits"] or _limits(passages)
    told_as_limits = set(by_role["limits"])
    by_role["means"] = [sentence for sentence in by_role["means"] if sentence not in told_as_limits]
    return Material(**{role: tuple(sentences) for role, sentences in by_role.items()})


def passages_for(role: Role, paper: Paper) -> list[Passage]:
    """The parts of the body in which a role is told."""
    where = {"why": _INTRODUCTION, "did": _METHODS, "found": _RESULTS, "means": _ENDING}[role]
    return [
        passage
        for passage in paper.passages()
        if passage.locator.startswith("body/")
        and _in(passage, where)
        and (role == "did" or not any(_BACK_MATTER.search(title) for title in passage.section))
    ]


def _from_abstract(passages: list[Passage]) -> dict[Role, list[QuotedSentence]]:
    by_role: dict[Role, list[QuotedSentence]] = {"why": [], "did": [], "found": [], "means": [], "limits": []}
    main = [
        passage for passage in passages if passage.locator.startswith(f"abstract/{_main_abstract(passages)}/")
    ]
    undecided: list[QuotedSentence] = []
    for passage in main:
        label = passage.section[1] if len(passage.section) > 1 else ""
        told, role = label_role(label) if label else (True, None)
        if not told:
            continue
        sentences = _sayable(sentences_of([passage]))
        if role is None:
            undecided.extend(sentences)
            continue
        for sentence in sentences:
            if role == "did" and _OBJECTIVE.search(label) and not _says_did(sentence) and not by_role["did"]:
                by_role["why"].append(sentence)
            else:
                by_role[_moved(role, sentence)].append(sentence)
    labelled = bool(by_role["why"] or by_role["means"])
    for sentence, role in zip(undecided, _undecided_roles(undecided, labelled), strict=True):
        by_role[_moved(role, sentence)].append(sentence)
    if not by_role["found"] and by_role["did"]:
        by_role["did"], by_role["found"] = _parted(by_role["did"])
    return by_role


def _main_abstract(passages: list[Passage]) -> str:
    """The number of the abstract whose words are most: a table-of-contents line is one too."""
    words: dict[str, int] = {}
    for passage in passages:
        if passage.locator.startswith("abstract/"):
            number = passage.locator.split("/")[1]
            words[number] = words.get(number, 0) + len(passage.paragraph.text)
    first_long = next((number for number, length in words.items() if length > 400), None)
    return first_long or max(words, key=lambda number: words[number], default="0")


def _undecided_roles(sentences: list[QuotedSentence], labelled: bool) -> list[Role]:
    """Roles by words; inside a labelled abstract ("Methods and findings") only did and found are open."""
    texts = [sentence.quote for sentence in sentences]
    if not labelled:
        return roles_in_order(texts)
    roles: list[Role] = []
    for text in texts:
        did, found = cue_strength(text, "did"), cue_strength(text, "found")
        roles.append(
            "found" if found > did or (roles and roles[-1] == "found" and found >= did - 1) else "did"
        )
    return roles


def _says_did(sentence: QuotedSentence) -> bool:
    """Whether a sentence under "Objective" tells an aim, and not what was known before."""
    return (
        bool(_AIM.search(sentence.quote))
        or sentence.quote.startswith("To ")
        or (cue_strength(sentence.quote, "did") > cue_strength(sentence.quote, "why"))
    )


def _parted(sentences: list[QuotedSentence]) -> tuple[list[QuotedSentence], list[QuotedSentence]]:
    """Part methods from findings where an abstract has put both under one label."""
    found = [
        sentence
        for sentence in sentences
        if cue_strength(sentence.quote, "found") > cue_strength(sentence.quote, "did") + 0.5
    ]
    return [sentence for sentence in sentences if sentence not in found], found


def _moved(role: Role, sentence: QuotedSentence) -> Role:
    """A limit stays a limit and an aim an aim, wherever the abstract puts them."""
    if role in ("did", "found", "means") and (
        limit_strength(sentence.quote, ()) >= 4.0 or _NAMES_LIMITS.search(sentence.quote)
    ):
        return "limits"
    if role == "why" and _AIM.search(sentence.quote):
        return "did"
    return role


def _from_body(role: Role, passages: list[Passage]) -> list[QuotedSentence]:
    body = [
        passage
        for passage in passages
        if passage.locator.startswith("body/")
        and not any(_BACK_MATTER.search(title) for title in passage.section)
    ]
    if role == "why":
        opening = [passage for passage in body if _in(passage, _INTRODUCTION)] or body
        return [
            sentence for sentence in _sayable(sentences_of(opening[:1])) if not _AIM.search(sentence.quote)
        ][:6]
    if role == "did":
        opening = [passage for passage in body if _in(passage, _INTRODUCTION)] or body[:8]
        return [sentence for sentence in _sayable(sentences_of(opening)) if _AIM.search(sentence.quote)][:6]
    pattern = _RESULTS if role == "found" else _ENDING
    chosen = [passage for passage in body if _in(passage, pattern)]
    strong = [
        sentence for sentence in _sayable(sentences_of(chosen)) if cue_strength(sentence.quote, role) >= 2.0
    ]
    return strong[:12] if role == "found" else strong[-8:]


def _limits(passages: list[Passage]) -> list[QuotedSentence]:
    """Sentences of the body in which the authors state limits of their own study.

    Where a paragraph announces its limits ("Our study has several limitations."), those that follow count.
    """
    stated: list[QuotedSentence] = []
    for passage in passages:
        left_out = any(_BACK_MATTER.search(title) for title in passage.section)
        if not passage.locator.startswith("body/") or _in(passage, _RESULTS) or left_out:
            continue
        announced = 0
        for sentence in _sayable(sentences_of([passage])):
            strength = limit_strength(sentence.quote, passage.section) + (_LIMITS_FLOOR if announced else 0.0)
            announces = bool(_ANNOUNCEMENT.search(sentence.quote))
            if strength >= _LIMITS_FLOOR and not announces and not _NO_LIMIT.search(sentence.quote):
                stated.append(sentence)
            announced = _ANNOUNCED_SENTENCES if announces else max(0, announced - 1)
    return stated


def _in(passage: Passage, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.search(passage.kind)) or any(pattern.search(title) for title in passage.section[:1])


def _sayable(sentences: Iterable[QuotedSentence]) -> list[QuotedSentence]:
    """Leave out what no voice can read: formulas, fragments, monsters, questions of layout."""
    least, most = _SENTENCE_WORDS
    return [
        sentence
        for sentence in sentences
        if least <= len(sentence.quote.split()) <= most
        and sentence.quote.rstrip()[-1] in ".!?)”’\"'⁰¹²³⁴⁵⁶⁷⁸⁹]"
        and not has_formula(sentence)
    ]


__all__ = ["Material", "gather"]
