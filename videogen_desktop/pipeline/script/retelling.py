"""A sentence of the paper as a narrator says it: the same claim, without citations and pointers.

Nothing is added and no number is touched. Citations, figure pointers and asides such as "(data not shown)"
go; the authors' "we" becomes "the authors", because the voice is not theirs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from videogen_desktop.pipeline.script.sentences import QuotedSentence

_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_POINTED_AT = re.compile(
    r"(?:fig(?:ure)?s?|tables?|videos?|movies?|files?|data|text|notes?|appendix|box|equations?|eqs?|"
    r"materials?|methods?|"
    r"information|section|panels?|dataset|protocol|scheme|discussion|results|below|above)\.?",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"see|and|also|both|in|the|e\.g\.|i\.e\.|cf\.?|compare|online|additional|supporting|extended|reviewed|to|"
    r"supplement\w*|supp?l?\.?|S?\d+[a-z]?(?:[-–]S?\d*[a-z]?)?|[a-z](?:[-–][a-z])?",
    re.IGNORECASE,
)
_POINTER_GOES_ON = re.compile(r"(?:and )?(?:S?\d*[A-Za-z]?(?:[-–]S?\d*[A-Za-z])?)(?: and S?\d*[A-Za-z]?)?")
_ASIDE = re.compile(
    r"(?:and|see|see also|e\.g\.|i\.e\.|cf\.?|reviewed in)?|(?:data |results )?not shown|"
    r"unpublished (?:data|observations?|results?)|personal communications?|arrow(?:head)?s?|black|white|"
    r"inset|left|"
    r"right|top|bottom|see\b.*\b(?:methods|below|above|text)",
    re.IGNORECASE,
)
_EMPTY_BRACKETS = re.compile(r"\s*[(\[][\s,;:.–—-]*(?:and|or|see|e\.g\.,?|reviewed in)?[\s,;:.–—-]*[)\]]")
_TRAILING_POINTER = re.compile(r"[,;]\s*(?:see\s+)?(?=[)\]])")
_LEADING_LINK = re.compile(
    r"^(?:However|Moreover|Furthermore|Additionally|In addition|Thus|Therefore|Hence|Also|Besides|Notably|"
    r"Interestingly|Surprisingly|Importantly|Remarkably|Consequently|Accordingly|Nevertheless|Nonetheless|"
    r"Meanwhile|Specifically|In particular|First|Firstly|Second|Secondly|Third|Thirdly|Finally|Lastly|Next|"
    r"Then|"
    r"Similarly|Likewise|On the other hand|In contrast|Conversely|By contrast|For instance|For example|"
    r"Indeed|"
    r"As expected),\s+(?=\S)"
)
_SHOWN_IN = re.compile(
    r"^As (?:shown|seen|illustrated|depicted|can be seen) in (?:Fig(?:ure|s)?\.?|Tables?) ?S?\d+\w*"
    r"(?: ?(?:,|and|-|–) ?S?\d*[A-Z])*, (?=\S)"
)
_STILL_POINTS = re.compile(r"\b(?:[Ff]ig(?:ure)?s?\b\.?|[Tt]ables?|[Mm]ovies?|[Vv]ideos?|[Pp]anels?) ?S?\d")
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|WE|[Oo]ur|[Oo]urs|[Uu]s|[Oo]urselves)\b")
_SINGULAR = re.compile(r"(?<![-–/])\b(?:I|[Mm]y|[Mm]yself)\b(?![-–/.])")
_NOT_PRONOUN = re.compile(
    r"\b(?i:type|class|phase|stage|grade|factor|group|complex|angiotensin|topoisomerase|chain|level|part|mhc|pol|"
    r"rnase|polymerase|interferon|domain|mode|cytochrome|collagen|hexokinase|and|or|to) I\b|"
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
    text = tidied(_BRACKETED.sub(_without_asides, text))
    text = _capitalised(_SHOWN_IN.sub("", text))
    if not follows:
        text = _capitalised(_LEADING_LINK.sub("", text))
    return _third_person(text)


def points_elsewhere(text: str) -> bool:
    """Whether a told sentence still points to a figure or table that the viewer may not see."""
    return bool(_STILL_POINTS.search(text))


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
        start, end = mark.start - offset, mark.end - offset
        if mark.kind != "citation" or not _stands_aside(quote, start, end):
            continue
        if start < position:
            continue
        kept.append(quote[position:start])
        position = end
    kept.append(quote[position:])
    return "".join(kept)


def _without_asides(bracketed: re.Match[str]) -> str:
    """What is left of a bracket when its pointers and asides are gone."""
    parts = re.split(r"\s*[;,]\s*", bracketed.group(1).strip())
    kept: list[str] = []
    after_pointer = False
    for part in parts:
        points = _is_pointer(part) or (after_pointer and bool(_POINTER_GOES_ON.fullmatch(part)))
        if not points and not _ASIDE.fullmatch(part):
            kept.append(part)
        after_pointer = points
    if len(kept) == len(parts):
        return bracketed.group()
    return f" ({', '.join(kept)})" if kept else ""


def _is_pointer(part: str) -> bool:
    """Whether all words of a part point ("see Supplementary Figures S2 and S3"), and to something."""
    words = part.split()
    return any(_POINTED_AT.fullmatch(word) for word in words) and all(
        _POINTED_AT.fullmatch(word) or _POINTING.fullmatch(word) for word in words
    )


def _stands_aside(quote: str, start: int, end: int) -> bool:
    """Whether a citation is raised or in brackets; one that is a word of its sentence stays."""
    shown, before = quote[start:end], quote[:start]
    if shown[:1] in "([" or all(character in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺,–-; ^" for character in shown):
        return True
    return before.count("(") + before.count("[") > before.count(")") + before.count("]")


def tidied(text: str) -> str:
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
        if match.group() == "US" or (word == "us" and not named):
            return match.group()
        if word in _REPLACED:
            other = _REPLACED[word]
            if word == "our" and not named:
                other, named = "the authors’", True
        else:
            other, named = ("they", True) if named else ("the authors", True)
        return _capitalised(other) if match.group()[:1].isupper() else other

    return _FIRST_PERSON.sub(replace, text)
