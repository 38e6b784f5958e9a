"""A sentence of the paper as a narrator says it: the same claim, without citations and pointers.

Nothing is added and no number is touched. Citations, figure pointers and asides such as "(data not shown)"
go; the authors' "we" becomes "the authors", because the voice is not theirs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from videogen_desktop.pipeline.script.numbers import numbers_in
from videogen_desktop.pipeline.script.sentences import has_formula

if TYPE_CHECKING:
    from videogen_desktop.pipeline.script.sentences import QuotedSentence

_ALONE_WORDS = (8, 38)
_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_SHOWN = re.compile(
    r"(?:fig(?:ure)?s?|tables?|videos?|movies?|files?|appendix|box|equations?|eqs?|panels?|datasets?|schemes?)\.?",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:data|text|notes?|materials?|methods?|information|section|discussion|results|below|above)\.?",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"see|in|e\.g\.|i\.e\.|cf\.?|compare|online|additional|supporting|extended|reviewed|supplement\w*|"
    r"supp?l?\.?|S\d+[a-z]?",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"S?\d+[a-z]?(?:[-–]S?\d*[a-z]?)?|[a-z](?:[-–][a-z])?|i+v?", re.IGNORECASE)
_LINKING = re.compile(r"and|also|both|the|to|of|&", re.IGNORECASE)
_POINTER_GOES_ON = re.compile(r"(?:and )?(?:S?\d*[A-Za-z]?(?:[-–]S?\d*[A-Za-z])?)(?: and S?\d*[A-Za-z]?)?")
_ASIDE = re.compile(
    r"(?:and|see|see also|e\.g\.|i\.e\.|cf\.?|reviewed in)?|(?:data |results )?not shown|"
    r"unpublished (?:data|observations?|results?)|personal communications?|"
    r"see\b.*\b(?:methods|below|above|text)",
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
_LEANS_BACK = re.compile(
    r"^(?:This|These|Those|Such|It|They|He|She|Both|Their|Its|That|In this case|"
    r"The (?:latter|former|same|validity))\b"
    r"(?! (?:study|paper|work|review|article|report|findings|results|data))"
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
_NEAR = {"we": "they", "our": "their", "ours": "theirs", "us": "them", "ourselves": "themselves"}
_FAR = {"we": "the authors", "our": "the authors’"}
_NEAR_WORDS = 2
_EVERYONE = re.compile(
    r"\b(?:as we (?:age|grow|get|know|sleep|live)|we all|we (?:humans|people)|all of us|"
    r"our (?:society|societies|body|bodies|planet|lives|world|ancestors|"
    r"species|brains?))\b",
    re.IGNORECASE,
)


def retold(sentence: QuotedSentence, *, follows: bool = False, third_person: bool = True) -> str:
    """Return a sentence as the narrator says it.

    Args:
        sentence: the sentence as the paper has it.
        follows: whether the sentence before it in the paper is told just before it; if not, a linking word
            at its start ("However, …") has nothing to link to and is dropped.
        third_person: whether the authors' "we" becomes "the authors".

    A retelling that came to state another number than the paper does is given up for the paper's own words.
    """
    text = _without_marks(sentence)
    text = tidied(_BRACKETED.sub(_without_asides, text))
    text = _capitalised(_SHOWN_IN.sub("", text))
    if not follows:
        text = _capitalised(_LEADING_LINK.sub("", text))
    if third_person:
        text = _third_person(text)
    return text if numbers_in(text) <= numbers_in(sentence.quote) else sentence.quote


def leans_back(text: str) -> bool:
    """Whether a sentence speaks of something in the one before it: "This effect …"."""
    return bool(_LEANS_BACK.match(text))


def links_back(text: str) -> bool:
    """Whether a sentence begins with a word that links it to the one before it: "However, …"."""
    return bool(_LEADING_LINK.match(text))


def speaks_as_we(text: str) -> bool:
    """Whether the authors speak of themselves as "we"."""
    return any(match.group() != "US" for match in _FIRST_PERSON.finditer(text)) and not _EVERYONE.search(text)


def points_elsewhere(text: str) -> bool:
    """Whether a told sentence still points to a figure or table that the viewer may not see."""
    return bool(_STILL_POINTS.search(text))


def speaks_as_one(text: str) -> bool:
    """Whether a single author speaks as "I" or "my", which cannot be turned into the third person safely."""
    return bool(_SINGULAR.search(_NOT_PRONOUN.sub("", text)))


def stands_alone(sentence: QuotedSentence) -> bool:
    """Whether a sentence of the body can be said aloud without those around it."""
    least, most = _ALONE_WORDS
    return (
        least <= word_count(sentence.quote) <= most
        and not speaks_as_one(sentence.quote)
        and not has_formula(sentence)
        and not points_elsewhere(retold(sentence))
        and not leans_back(sentence.quote)
        and not links_back(sentence.quote)
    )


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
    pieces = re.split(r"(\s*;\s*|,\s+)", bracketed.group(1).strip())
    kept = ""
    dropped = after_pointer = False
    for position in range(0, len(pieces), 2):
        part = pieces[position].strip()
        points = _is_pointer(part) or (after_pointer and bool(_POINTER_GOES_ON.fullmatch(part)))
        if points or _ASIDE.fullmatch(part):
            dropped = True
        else:
            kept += (pieces[position - 1] if kept else "") + part
        after_pointer = points
    if not dropped:
        return bracketed.group()
    return f" ({kept})" if kept else ""


def _is_pointer(part: str) -> bool:
    """Whether a part of a bracket only points: "Figures 2A and 3", "see Methods", "Supplementary Data"."""
    words = part.split()
    shown = any(_SHOWN.fullmatch(word) for word in words)
    place = any(_PLACE.fullmatch(word) for word in words)
    pointing = any(_POINTING.fullmatch(word) for word in words)
    numbered = any(_NUMBERING.fullmatch(word) for word in words)
    known = (_SHOWN, _PLACE, _POINTING, _NUMBERING, _LINKING)
    only_these = all(any(pattern.fullmatch(word) for pattern in known) for word in words)
    return only_these and ((shown and (numbered or pointing)) or (place and pointing))


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
    text = re.sub(r"\s+([,;!?)\]]|\.(?!\w)|:(?!\s*\d))", r"\1", text)
    text = re.sub(r"([(\[])\s+", r"\1", text)
    text = re.sub(r"([,;])\s*(?=[,;]|\.(?!\w))", "", text)
    text = re.sub(r"\.{2}$", ".", " ".join(text.split()))
    return text if text.endswith((".", "!", "?", ".”", ".’", '."', ".)")) else text.rstrip(" ,;:") + "."


def _capitalised(text: str) -> str:
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return text[:1].upper() + text[1:] if first.isalpha() and first.islower() else text


def _third_person(text: str) -> str:
    """Let the authors be spoken of; "they" only where nobody else can be meant."""
    if _EVERYONE.search(text):
        return text
    named_until: int | None = None

    def replace(match: re.Match[str]) -> str:
        nonlocal named_until
        word = match.group().lower()
        if match.group() == "US" or (word in ("us", "ours", "ourselves") and named_until is None):
            return match.group()
        near = named_until is not None and len(text[named_until : match.start()].split()) <= _NEAR_WORDS
        named_until = match.end()
        other = _NEAR[word] if near or word in ("us", "ours", "ourselves") else _FAR[word]
        return _capitalised(other) if match.group()[:1].isupper() else other

    return _FIRST_PERSON.sub(replace, text)
