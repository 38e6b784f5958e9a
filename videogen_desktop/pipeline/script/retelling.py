"""A sentence of the paper as a narrator says it: the same claim, without citations and pointers.

Nothing is added and no number is touched. Citations, figure pointers and asides such as "(data not shown)"
go; the authors' "we" becomes "the authors", because the voice is not theirs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from videogen_desktop.pipeline.script.sentences import QuotedSentence

_CUT_KINDS = frozenset({"citation", "figure-ref", "table-ref"})
_POINTER = (
    r"(?:see (?:also )?|reviewed in |e\.g\.,? |i\.e\.,? |compare |cf\.? )*"
    r"(?:(?:supplement(?:ary|al) |additional |supporting |online )*"
    r"(?:fig(?:ure)?s?|tables?|videos?|movies?|files?|data|text|notes?|appendix|box|equations?|eqs?|"
    r"materials?|methods?|information|section|panel|dataset|protocol|model|scheme)\b\.?"
    r"(?:\s*(?:S?\d+[A-Za-z]?|[A-Z]\d*)?(?:\s*[-–,;]\s*|\s+and\s+)?)*)+"
)
_ASIDES = re.compile(
    rf"\s*[(\[](?:{_POINTER}|data not shown|not shown|unpublished (?:data|observations?|results?)|"
    r"personal communications?|reviewed in|arrows?|arrowheads?|black|white|inset|left|right|top|bottom|"
    r"see (?:below|above|text|methods|materials and methods|discussion|results)[^)\]]*|[\s,;–-]*)[)\]]",
    re.IGNORECASE,
)
_EMPTY_BRACKETS = re.compile(r"\s*[(\[][\s,;:.–—-]*(?:and|or|see|e\.g\.,?|reviewed in)?[\s,;:.–—-]*[)\]]")
_TRAILING_POINTER = re.compile(r"[,;]\s*(?:see\s+)?(?=[)\]])")
_LEADING_LINK = re.compile(
    r"^(?:However|Moreover|Furthermore|Additionally|In addition|Thus|Therefore|Hence|Also|Besides|Notably|"
    r"Interestingly|Surprisingly|Importantly|Remarkably|Consequently|Accordingly|Nevertheless|Nonetheless|"
    r"Meanwhile|Specifically|In particular|First|Firstly|Second|Secondly|Third|Thirdly|Finally|Lastly|Next|Then|"
    r"Similarly|Likewise|On the other hand|In contrast|Conversely|By contrast|For instance|For example|Indeed|"
    r"As expected),\s+(?=\S)"
)
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|WE|[Oo]ur|[Oo]urs|[Uu]s|[Oo]urselves)\b")
_SINGULAR = re.compile(r"\b(?:I|[Mm]y|[Mm]yself)\b(?![-/.])")
_NOT_PRONOUN = re.compile(
    r"\b(?:type|class|phase|stage|grade|factor|group|complex|angiotensin|topoisomerase|chain|level|part|MHC|RNase|"
    r"pol|polymerase|interferon|domain|mode|cytochrome|collagen|hexokinase|and|or|to) I\b|"
    r"\bI (?:and|or|to|–|-) ?[IVX]+\b"
)
_REPLACED = {"our": "their", "ours": "theirs", "us": "them", "ourselves": "themselves"}


def retold(sentence: QuotedSentence, *, follows: bool = False) -> str:
    """Return a sentence as the narrator says it.

    Args:
        sentence: the sentence as the paper has it.
        follows: whether the sentence before it in the paper is told just before it; if not, a linking word
            at its start ("However, …") has nothing to link to and is dropped.
    """
    text = _without_marks(sentence)
    text = _tidied(_ASIDES.sub("", text))
    if not follows:
        text = _capitalised(_LEADING_LINK.sub("", text))
    return _third_person(text)


def speaks_as_one(text: str) -> bool:
    """Whether a single author speaks as "I" or "my", which cannot be turned into the third person safely."""
    return bool(_SINGULAR.search(_NOT_PRONOUN.sub("", text)))


def word_count(text: str) -> int:
    """Number of words, for budgets of time."""
    return len(text.split())


def _without_marks(sentence: QuotedSentence) -> str:
    quote, offset = sentence.quote, sentence.start
    kept: list[str] = []
    position = 0
    for mark in sentence.marks:
        if not _may_cut(quote, mark.start - offset, mark.end - offset, mark.kind):
            continue
        start, end = mark.start - offset, mark.end - offset
        if start < position:
            continue
        kept.append(quote[position:start])
        position = end
    kept.append(quote[position:])
    return "".join(kept)


def _may_cut(quote: str, start: int, end: int, kind: str) -> bool:
    """A citation goes unless it is a word of the sentence; a pointer goes only from inside brackets."""
    if kind not in _CUT_KINDS:
        return False
    shown = quote[start:end]
    before, after = quote[:start].rstrip(), quote[end:].lstrip()
    bracketed = shown[:1] in "([" or (
        before.count("(") + before.count("[") > before.count(")") + before.count("]")
    )
    if kind != "citation":
        return bracketed and not shown[:1].isdigit() and bool(after)
    raised = all(character in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺,–-; ^" for character in shown)
    return bracketed or raised


def _tidied(text: str) -> str:
    """Mend what cuts leave behind: empty brackets, doubled or floating punctuation, spaces."""
    text = _TRAILING_POINTER.sub("", text)
    text = _EMPTY_BRACKETS.sub("", text)
    text = re.sub(r"\(\s*[;,]\s*", "(", text)
    text = re.sub(r"\s+([,.;:!?)\]])", r"\1", text)
    text = re.sub(r"([(\[])\s+", r"\1", text)
    text = re.sub(r"([,;])\s*(?=[,;.])", "", text)
    text = re.sub(r"\.{2}$", ".", " ".join(text.split()))
    return text if text.endswith((".", "!", "?", ".”", ".’", '."', ".)")) else text.rstrip(" ,;:") + "."


def _capitalised(text: str) -> str:
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return text[:1].upper() + text[1:] if first.isalpha() and first.islower() else text


def _third_person(text: str) -> str:
    named = False

    def replace(match: re.Match[str]) -> str:
        nonlocal named
        word = match.group().lower()
        if match.group() == "US":
            return match.group()
        if word in _REPLACED:
            other = _REPLACED[word]
            if word == "our" and not named:
                other, named = "the authors’", True
        else:
            other, named = ("they", True) if named else ("the authors", True)
        return _capitalised(other) if match.group()[:1].isupper() else other

    return _FIRST_PERSON.sub(replace, text)
