"""The sources of a package as syntax trees, and where in them things are defined, called and assigned."""

from __future__ import annotations

import ast
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass
class Module:
    """A file of the sources.

    Args:
        place: Its path in the package.
        tree: Its content.
    """

    place: Path
    tree: ast.Module
    parents: dict[ast.AST, ast.AST] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for node in ast.walk(self.tree):
            for child in ast.iter_child_nodes(node):
                self.parents[child] = node

    def above(self, node: ast.AST) -> Iterator[ast.AST]:
        """What the node is in, from the inside out."""
        while (parent := self.parents.get(node)) is not None:
            yield parent
            node = parent

    def function_of(self, node: ast.AST) -> ast.FunctionDef | None:
        """The function in whose body the node is; defaults of parameters stand outside of theirs."""
        below = node
        for parent in self.above(node):
            if isinstance(parent, ast.FunctionDef) and not isinstance(below, ast.arguments):
                return parent
            below = parent
        return None

    @cached_property
    def constants(self) -> dict[str, ast.expr]:
        """The values of names of the module."""
        found: dict[str, ast.expr] = {}
        for node in self.tree.body:
            if isinstance(node, ast.Assign):
                found |= {target.id: node.value for target in node.targets if isinstance(target, ast.Name)}
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
                found[node.target.id] = node.value
        return found

    def assigned(self, function: ast.FunctionDef, name: str) -> Iterator[ast.expr]:
        """What a function gives to a name of its own."""
        for node in ast.walk(function):
            match node:
                case (
                    ast.Assign(targets=[ast.Name(id=target)], value=value)
                    | ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value)
                    | ast.NamedExpr(target=ast.Name(id=target), value=value)
                ) if target == name:
                    yield value
                case ast.For(target=ast.Tuple(elts=targets), iter=rows):
                    names = [each.id if isinstance(each, ast.Name) else "" for each in targets]
                    if name in names:
                        found = (row for row in self._rows(rows) if isinstance(row, ast.Tuple))
                        yield from (row.elts[names.index(name)] for row in found)

    def assigned_to_self(self, name: str) -> Iterator[ast.expr]:
        """What is given to an attribute, by whichever class of the file."""
        for node in ast.walk(self.tree):
            match node:
                case ast.Assign(targets=[ast.Attribute(value=ast.Name(id="self"), attr=target)], value=value):
                    if target == name:
                        yield value

    def _rows(self, node: ast.expr) -> list[ast.expr]:
        """What a loop goes through: a literal, a constant, or what a generator of the file yields."""
        if isinstance(node, ast.Name):
            node = self.constants.get(node.id, node)
        if isinstance(node, ast.Tuple | ast.List):
            return node.elts
        if not isinstance(node, ast.Call):
            return []
        name = name_of(node.func)
        return [
            each.value
            for generator in self.tree.body
            if isinstance(generator, ast.FunctionDef) and generator.name == name
            for each in ast.walk(generator)
            if isinstance(each, ast.Yield) and each.value
        ]


class Code:
    """All files of a package.

    Args:
        package: Its folder.
    """

    def __init__(self, package: Path) -> None:
        self.modules = [
            Module(path.relative_to(package), ast.parse(path.read_text("utf-8")))
            for path in sorted(package.rglob("*.py"))
        ]
        self.functions: dict[str, list[tuple[Module, ast.FunctionDef]]] = defaultdict(list)
        self.calls: dict[str, list[tuple[Module, ast.Call]]] = defaultdict(list)
        for module in self.modules:
            for node in ast.walk(module.tree):
                if isinstance(node, ast.FunctionDef):
                    self.functions[node.name].append((module, node))
                elif isinstance(node, ast.Call):
                    self.calls[name_of(node.func)].append((module, node))


def name_of(node: ast.AST) -> str:
    """What a value is called in the sources: ``name`` for ``path.name``, ``scenes`` for ``len(scenes)``."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value=str(name)), *_]):
            return name
        case ast.Call(func=ast.Name(id="len" | "str" | "shown" | "max"), args=[inner, *_]):
            return name_of(inner)
        case ast.Call(func=ast.Attribute(attr="join"), args=[inner]):
            return name_of(inner)
        case ast.Call(func=ast.Attribute(value=inner, attr="strip" | "rstrip" | "replace")):
            return name_of(inner)
        case (
            ast.Subscript(value=inner)
            | ast.Call(func=inner)
            | ast.BinOp(left=inner)
            | ast.BoolOp(values=[inner, *_])
        ):
            return name_of(inner)
    return ""
