"""Finds the sentences that the layers below the window say to a person, as templates to be translated.

The layers below speak English: to logs, to programs and at the command line. The window translates what they
said when it shows it, so it needs to know what they can say. That is read off the sources: the messages and
hints of errors, the messages of progress, and every sentence in the files of ``REASONS``. A value that is put
in becomes a field, ``{name}``; words of the program itself that are put in are written out, a template each.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from source_code import Code, name_of
from source_texts import SENTENCE, Texts, has_words, rendered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from source_code import Module

SAYING = {
    "VideoGenError": (1, 2),
    "Problem": (1, 2),
    "Hindrance": (1, 2),
    "Refusal": (1,),
    "NotRecognised": (2,),
    "Refused": (2,),
    "Removal": (3,),
    "Progress": (3,),
    "Kind": (1,),
    "_NoFilmError": (0,),
}
"""Where a call says something to a person: which of its arguments."""

NAMED = ("message", "hint", "reason")
"""The names of the same arguments."""

PROGRESS = {"progress": 1, "update": 1, "start": 1, "skip": 1, "done": 0}
"""The same for what tells of progress, such as ``bench.progress.start``."""

REASONS = (
    "papers/fetched.py",
    "papers/figure_files.py",
    "papers/identifiers",
    "papers/jats/article.py",
    "jobs/states.py",
    "jobs/cleanup.py",
    "jobs/material.py",
    "jobs/queue.py",
    "jobs/store/deciding.py",
    "jobs/store/ordering.py",
    "jobs/store/preview.py",
    "jobs/store/removing.py",
    "jobs/work/retry.py",
    "desktop/adding",
)
"""Where each sentence is one for a person."""

ELSEWHERE = ("jobs/cli", "jobs/doctor", "jobs/store/migrations")
"""What the window never shows."""

_LOGS = ("_log", "log", "logging")
_TRANSLATED = ("tr", "_tr", "translate", "QT_TRANSLATE_NOOP")
_HISTORY = ("Step", "move", "record", "tell", "_tell", "_ask", "note", "text", "forget_events")
_FAULTS = ("ValueError", "TypeError", "KeyError", "RuntimeError", "AssertionError", "LookupError")
_FOR_OTHERS = frozenset((*_TRANSLATED, *_HISTORY, *_FAULTS))
"""What is translated where it stands, kept without being shown, or for programmers."""

_COUNTED = re.compile(
    r"\{\w+\} (?:PubMed )?"
    r"(?:bytes|characters|clips|days|digits|elements|films|lines|papers|records|scenes|seconds|times)\b"
)


def sentences(package: Path) -> dict[str, str]:
    """All templates in order, each with the place where it was found.

    Args:
        package: The folder of the sources.
    """
    code = Code(package)
    texts = Texts(code, _is_elsewhere)
    found: dict[str, str] = {}
    for module in code.modules:
        if _is_elsewhere(module):
            continue
        for expression in _said_in(module):
            for text in filter(has_words, texts.of(module, expression)):
                found.setdefault(rendered(text), f"{module.place.as_posix()}:{expression.lineno}")
    return dict(sorted(found.items()))


def counts(sentence: str) -> bool:
    """Whether a template counts something, so that a language may have a form for each number."""
    return _COUNTED.search(sentence) is not None


def _said_in(module: Module) -> Iterator[ast.expr]:
    has_reasons = _is_in(module, REASONS)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield from _arguments_said(module, node)
        elif isinstance(node, ast.Constant | ast.JoinedStr) and has_reasons and _is_sentence(module, node):
            yield node


def _arguments_said(module: Module, call: ast.Call) -> Iterator[ast.expr]:
    name = name_of(call.func)
    places = SAYING.get("VideoGenError" if _sets_up_an_error(module, call) else name, ())
    if name in PROGRESS and "progress" in ast.unparse(call.func).split("."):
        places = (PROGRESS[name],)
    yield from (call.args[place] for place in places if place < len(call.args))
    if places:
        yield from (keyword.value for keyword in call.keywords if keyword.arg in NAMED)


def _sets_up_an_error(module: Module, call: ast.Call) -> bool:
    """Whether a kind of ``VideoGenError`` sets itself up."""
    home = next((each for each in module.above(call) if isinstance(each, ast.ClassDef)), None)
    is_setting_up = name_of(call.func) == "__init__" and home is not None
    return is_setting_up and home is not None and "VideoGenError" in map(name_of, home.bases)


def _is_sentence(module: Module, node: ast.Constant | ast.JoinedStr) -> bool:
    if isinstance(node, ast.JoinedStr):
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "\0" for part in node.values)
    else:
        text = node.value if isinstance(node.value, str) else ""
    return SENTENCE.fullmatch(text) is not None and not any(
        isinstance(parent, ast.JoinedStr)
        or (isinstance(parent, ast.Expr) and parent.value is node)
        or (isinstance(parent, ast.Call) and _is_for_others(parent))
        for parent in module.above(node)
    )


def _is_for_others(call: ast.Call) -> bool:
    """Whether what is said goes to a log or a programmer, or is translated where it stands."""
    on = call.func.value if isinstance(call.func, ast.Attribute) else None
    return (isinstance(on, ast.Name) and on.id in _LOGS) or name_of(call.func) in _FOR_OTHERS


def _is_elsewhere(module: Module) -> bool:
    return _is_in(module, ELSEWHERE)


def _is_in(module: Module, places: tuple[str, ...]) -> bool:
    return any(module.place.is_relative_to(each) for each in places)
