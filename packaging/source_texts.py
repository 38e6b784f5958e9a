"""What a text in the sources may be, as far as the sources say: words, and fields for values.

A name is looked up where it is assigned, and a parameter where the function is called, so that words of the
program that are put into a sentence are known, too.
"""

from __future__ import annotations

import ast
import itertools
import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from source_code import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from source_code import Code, Module

SENTENCE = re.compile(r"[A-Z“\0].*\s.*\S[.?!](?:\s?\0)?", re.DOTALL)
"""A sentence in which NUL stands for each value."""

_MOST_VARIANTS = 24
_DEEPEST = 12
_QUOTED = re.compile("“\0…?”")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_SAID = ("message", "hint", "reason", "said", "what", "why")
"""Names of values that are the program's own words."""


@dataclass(frozen=True)
class Hole:
    """Where a value is put in, and what it is called."""

    name: str


Text: TypeAlias = "tuple[str | Hole, ...]"
_Path: TypeAlias = "tuple[ast.AST, ...]"
_STATE: Text = (Hole("state"),)
_NUMBER: Text = (Hole("n"),)
_SENTENCE_IN_IT: Text = (Hole("said"),)


def rendered(text: Text) -> str:
    """A text as a template: ``{name}`` for a value, no name twice, and braces that are meant twice."""
    count: Counter[str] = Counter()
    pieces = []
    for part in text:
        if isinstance(part, str):
            pieces.append(part.replace("{", "{{").replace("}", "}}"))
        else:
            count[part.name] += 1
            number = str(count[part.name]) if count[part.name] > 1 else ""
            pieces.append(f"{{{part.name}{number}}}")
    return "".join(pieces).strip()


def has_words(text: Text) -> bool:
    """Whether the program itself says something in it."""
    return any(_WORDS.search(part) for part in text if isinstance(part, str))


class Texts:
    """Finds out what expressions may be.

    Args:
        code: The sources.
        is_elsewhere: Whether what a file says stays in it.
    """

    def __init__(self, code: Code, is_elsewhere: Callable[[Module], bool]) -> None:
        self._code = code
        self._is_elsewhere = is_elsewhere

    def of(self, module: Module, node: ast.expr, seen: _Path = ()) -> list[Text]:
        """All that an expression may be; a hole where the sources do not say.

        Args:
            module: Where it stands.
            node: The expression.
            seen: What was looked at on the way to it.
        """
        if node in seen or len(seen) > _DEEPEST:
            return [_hole(node)]
        return self._of(module, node, (*seen, node)) or [_hole(node)]

    def _of(self, module: Module, node: ast.expr, seen: _Path) -> list[Text]:
        match node:
            case ast.Constant(value=str(text)):
                return [(text,)]
            case ast.JoinedStr(values=parts):
                return self._joined(module, parts, seen)
            case ast.BinOp(left=left, op=ast.Add(), right=right) if not _add_up(left, right):
                return self._joined(module, [left, right], seen)
            case ast.IfExp(body=body, orelse=other):
                return self._any(module, (body, other), seen)
            case ast.BoolOp(values=values):
                return self._any(module, values, seen)
            case ast.Call(func=ast.Attribute(value=inner, attr="strip" | "rstrip")):
                texts = self.of(module, inner, seen)
                return texts + [text[:-1] for text in texts if len(text) > 1 and isinstance(text[-1], Hole)]
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="get")):
                return self._of_table(module, name, seen)
            case ast.Subscript(value=ast.Name(id=name)):
                return self._of_table(module, name, seen)
            case ast.Call(func=ast.Name(id=name)):
                return self._returned(module, name, seen)
            case ast.Name():
                return self._named(module, node, seen)
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                return self._any(module, module.assigned_to_self(name), seen)
        return []

    def _any(self, module: Module, nodes: Iterable[ast.expr], seen: _Path) -> list[Text]:
        return _once(text for node in nodes for text in self.of(module, node, seen))

    def _joined(self, module: Module, parts: list[ast.expr], seen: _Path) -> list[Text]:
        variants = [self._part(module, part, seen) for part in parts]
        if math.prod(map(len, variants)) > _MOST_VARIANTS:
            both = zip(parts, variants, strict=True)
            variants = [each if len(each) == 1 else [_hole(part)] for part, each in both]
        return [tuple(itertools.chain(*chosen)) for chosen in itertools.product(*variants)]

    def _part(self, module: Module, part: ast.expr, seen: _Path) -> list[Text]:
        """What is put into a text: phrases are written out, sentences and mere values are not."""
        if not isinstance(part, ast.FormattedValue):
            return self.of(module, part, seen)
        if part.format_spec is not None:
            return [_NUMBER]
        texts = self.of(module, part.value, seen)
        if any(map(_is_sentence, texts)):
            return [_SENTENCE_IN_IT]
        if texts == [_STATE] or all(map(_is_known, texts)):
            return texts
        if not any(map(_is_phrase, texts)):
            return [_hole(part.value)]
        phrases = [text for text in texts if has_words(text) or _is_phrase(text)]
        if any(_plain(text).startswith(" ") or _plain(text).endswith(" ") for text in phrases):
            phrases.append(())  # it can be left out
        values = [text for text in texts if text not in phrases and text != ("",)]
        return [*phrases, _hole(part.value)] if values else phrases

    def _of_table(self, module: Module, name: str, seen: _Path) -> list[Text]:
        table = module.constants.get(name)
        return self._any(module, table.values, seen) if isinstance(table, ast.Dict) else []

    def _returned(self, module: Module, name: str, seen: _Path) -> list[Text]:
        found = self._code.functions.get(name, [])
        for home, function in [each for each in found if each[0] is module] or found:
            if (
                function not in seen
                and isinstance(function.returns, ast.Name)
                and function.returns.id == "str"
            ):
                returns = (node.value for node in ast.walk(function) if isinstance(node, ast.Return))
                return self._any(home, filter(None, returns), (*seen, function))
        return []

    def _named(self, module: Module, node: ast.Name, seen: _Path) -> list[Text]:
        function = module.function_of(node)
        if function and (assigned := list(module.assigned(function, node.id))):
            return self._any(module, assigned, seen)
        parameter = next((each for each in _parameters(function) if each.arg == node.id), None)
        if function and parameter:
            is_state = isinstance(parameter.annotation, ast.Name) and parameter.annotation.id == "State"
            return [_STATE] if is_state else self._passed(module, function, node, seen)
        constant = module.constants.get(node.id)
        return self.of(module, constant, seen) if constant else []

    def _passed(self, module: Module, function: ast.FunctionDef, node: ast.Name, seen: _Path) -> list[Text]:
        """What a parameter is where the function is called; a mere word is taken for a value there."""
        if function in seen:
            return []
        given: list[Text] = []
        for home, call in self._code.calls.get(function.name, []):
            if (function.name.startswith("_") and home is not module) or self._is_elsewhere(home):
                continue
            argument = _argument(function, call, node.id)
            if isinstance(argument, ast.Constant) and " " not in str(argument.value):
                given.append(_hole(node))
            elif argument is not None:
                given += self.of(home, argument, (*seen, function))
        return _once(given)


def _parameters(function: ast.FunctionDef | None) -> list[ast.arg]:
    return [each for each in function.args.args if each.arg not in ("self", "cls")] if function else []


def _argument(function: ast.FunctionDef, call: ast.Call, name: str) -> ast.expr | None:
    names = [each.arg for each in _parameters(function)]
    defaults = dict(zip(reversed(names), reversed(function.args.defaults), strict=False))
    given = {each.arg: each.value for each in call.keywords} | dict(zip(names, call.args, strict=False))
    return given.get(name) or defaults.get(name)


def _hole(node: ast.expr) -> Text:
    name = re.sub(r"\W", "", name_of(node)).strip("_").lower()
    if name in _SAID:
        return _SENTENCE_IN_IT
    return (Hole(name if len(name) > 1 else "value"),)


def _add_up(*nodes: ast.expr) -> bool:
    return any(isinstance(node, ast.Constant) and isinstance(node.value, int) for node in nodes)


def _is_sentence(text: Text) -> bool:
    return SENTENCE.fullmatch(_plain(text)) is not None


def _is_known(text: Text) -> bool:
    """Whether it is words and nothing else."""
    return has_words(text) and not any(isinstance(part, Hole) for part in text)


def _is_phrase(text: Text) -> bool:
    """Whether it is more than a value: several words, one beside a value, or a value in quotation marks."""
    plain = _plain(text)
    return _QUOTED.fullmatch(plain) is not None or (has_words(text) and re.search(r"\s", plain) is not None)


def _plain(text: Text) -> str:
    return "".join(part if isinstance(part, str) else "\0" for part in text)


def _once(texts: Iterable[Text]) -> list[Text]:
    return list(dict.fromkeys(texts))
