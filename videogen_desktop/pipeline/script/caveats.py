"""What a viewer must not miss about the evidence: that it comes from animals or cells, or is an association.

A film that leaves out "in mice" overstates its paper (ARRIVE 2.0, item 8), as does one that lets an
association sound like a cause (STROBE, item 20).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.pipeline.script.language import english
from videogen_desktop.pipeline.script.model import Sentence
from videogen_desktop.pipeline.script.sentences import sentences_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from videogen_desktop.papers.model import Paper, Passage
    from videogen_desktop.pipeline.script.sentences import QuotedSentence

_REAGENTS = re.compile(
    r"\b(?:anti[- ]?)?(?:mouse|murine|rat|rabbit|goat|sheep|bovine|porcine|donkey|chicken)[- ]"
    r"(?:monoclonal|polyclonal|anti\S*|antibod\w+|serum|sera|albumin|IgG\w*|secondary|primary|isotype)\b|"
    r"\banti[- ](?:mouse|rat|rabbit|goat|sheep)\b|\bfetal (?:bovine|calf) serum\b",
    re.IGNORECASE,
)
"""Animals that only gave an antibody or a serum."""
_ASSOCIATION = re.compile(
    r"\bassociat(?:ed|ion|ions)\b|\bcorrelat|\b(?:hazard|odds) ratios?\b|\brisk\b|"
    r"\bOR\b|\bHR\b|\bmore likely\b"
)
_RANDOMISED = re.compile(r"\brandomi[sz]ed\b|\brandomly (?:assigned|allocated)\b", re.IGNORECASE)
_SAYS_OBSERVATIONAL = re.compile(
    r"\bobservational\b|\b(?:not|cannot|no|reverse)\b.{0,40}\bcaus(?:e|al|ality|ation)\b", re.IGNORECASE
)


def caveats(paper: Paper, told: Sequence[str]) -> list[Sentence]:
    """Sentences that the told ones lack, each with the words of the paper that it rests on.

    Args:
        paper: the paper.
        told: what the script says so far, sentence by sentence.
    """
    passages = [passage for passage in paper.passages() if _tells_how(passage)]
    said = " ".join((paper.title.plain, *told))
    missing = (_subject_caveat(passages, said), _association_caveat(paper, passages, said))
    return [caveat for caveat in missing if caveat is not None]


def _subject_caveat(passages: list[Passage], said: str) -> Sentence | None:
    """Say which animals or cells were studied, when the script has not and no people were."""
    text = _REAGENTS.sub(" ", " ".join(passage.paragraph.text for passage in passages))
    humans = len(english().people.findall(text))
    counts = {name: len(pattern.findall(text)) for name, pattern in english().subjects}
    name = max(counts, key=lambda subject: counts[subject])
    if counts[name] < 2 or humans >= counts[name]:
        return None
    pattern = dict(english().subjects)[name]
    if pattern.search(said):
        return None
    evidence = _first(passages, lambda quote: bool(pattern.search(_REAGENTS.sub(" ", quote))))
    return None if evidence is None else Sentence(f"The experiments were done in {name}.", evidence.source)


def _association_caveat(paper: Paper, passages: list[Passage], said: str) -> Sentence | None:
    """Say that an observational study shows an association, when the script has not."""
    design = " ".join((paper.title.plain, *(passage.paragraph.text for passage in passages)))
    if _RANDOMISED.search(design) or _SAYS_OBSERVATIONAL.search(said) or not _ASSOCIATION.search(said):
        return None
    mentions = [
        sentence for sentence in sentences_of(passages) if english().observational.search(sentence.quote)
    ]
    central = any(sentence.passage.locator.startswith("abstract/") for sentence in mentions)
    if not mentions or not (
        central or english().observational.search(paper.title.plain) or len(mentions) > 1
    ):
        return None
    evidence = mentions[0]
    return Sentence(
        "This is an observational study: it can show an association, but not on its own prove a cause.",
        evidence.source,
    )


def _tells_how(passage: Passage) -> bool:
    headings = " ".join((passage.kind, *passage.section)).lower()
    return passage.locator.startswith("abstract/") or "method" in headings or "material" in headings


def _first(passages: Iterable[Passage], fits: Callable[[str], bool]) -> QuotedSentence | None:
    return next((sentence for sentence in sentences_of(passages) if fits(sentence.quote)), None)
