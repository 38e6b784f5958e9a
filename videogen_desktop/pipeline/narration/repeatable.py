"""A piper model whose chance comes from outside, so that the same sentence always sounds the same.

A piper voice (VITS) draws noise for rhythm and timbre inside the model. onnxruntime seeds that noise once a
session and lets it run on, so a sentence would sound different after another sentence, and a scene spoken
again would no longer fit its film. Without the noise the voice would be repeatable too, but flat. Therefore
the two nodes that draw the noise are replaced by inputs, which the caller fills from a generator seeded by
the sentence.

Only the few bytes of ONNX's protobuf encoding that this needs are read and written here
(https://protobuf.dev/programming-guides/encoding/, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

NOISE_INPUT = "noise_from_outside_"
"""Inputs of a model returned by ``with_noise_inputs`` have this name and a number from 0."""

_MODEL_GRAPH = 7
_GRAPH_NODE, _GRAPH_INPUT = 1, 11
_NODE_INPUT, _NODE_OUTPUT, _NODE_OPERATOR, _NODE_ATTRIBUTE, _ATTRIBUTE_NAME = 1, 2, 4, 5, 1
_VARINT, _EIGHT_BYTES, _SIZED, _FOUR_BYTES = 0, 1, 2, 5


class _Field(NamedTuple):
    number: int
    start: int
    """Where the field's tag begins."""
    content: int
    end: int


def with_noise_inputs(model: bytes) -> bytes:
    """Return an ONNX model in which each node that draws normal noise takes it from an input instead.

    An input is a vector of 32-bit floats with at least as many values as the noise has; more are ignored.
    A model that draws no noise is returned as it is.

    Raises:
        ValueError: when ``model`` is no whole ONNX model.
    """
    view = memoryview(model)
    graph = next((field for field in _fields(view, 0, len(view)) if field.number == _MODEL_GRAPH), None)
    if graph is None:
        raise ValueError("no graph")
    parts: list[bytes | memoryview] = []
    inputs = 0
    kept_from = graph.content
    for field in _fields(view, graph.content, graph.end):
        drawn = _drawn_noise(view, field) if field.number == _GRAPH_NODE else None
        if drawn:
            parts += [view[kept_from : field.start], _noise_from(f"{NOISE_INPUT}{inputs}", *drawn)]
            kept_from = field.end
            inputs += 1
    parts.append(view[kept_from : graph.end])
    parts += [_sized(_GRAPH_INPUT, _float_vector(f"{NOISE_INPUT}{number}")) for number in range(inputs)]
    size = sum(len(part) for part in parts)
    return b"".join(
        [view[: graph.start], _tag(_MODEL_GRAPH, _SIZED), _varint(size), *parts, view[graph.end :]]
    )


def _drawn_noise(view: memoryview, node: _Field) -> tuple[bytes, bytes] | None:
    """Return the names of a RandomNormalLike node's input and output, None for any other node."""
    source = output = operator = b""
    for field in _fields(view, node.content, node.end):
        content = bytes(view[field.content : field.end])
        if field.number == _NODE_OPERATOR:
            operator = content
        elif field.number == _NODE_INPUT:
            source = content
        elif field.number == _NODE_OUTPUT:
            output = content
        elif field.number == _NODE_ATTRIBUTE and _attribute_name(content) in {b"mean", b"scale"}:
            return None
    return (source, output) if operator == b"RandomNormalLike" else None


def _attribute_name(attribute: bytes) -> bytes:
    view = memoryview(attribute)
    fields = _fields(view, 0, len(view))
    return next(
        (bytes(view[field.content : field.end]) for field in fields if field.number == _ATTRIBUTE_NAME), b""
    )


def _noise_from(noise: str, source: bytes, output: bytes) -> bytes:
    """Return nodes that cut as much from the vector ``noise`` as ``source`` has, in the same shape."""
    shape, size, zero, cut = (output + suffix for suffix in (b"_shape", b"_size", b"_zero", b"_cut"))
    return (
        _node(b"Shape", (source,), shape)
        + _node(b"ReduceProd", (shape,), size)
        + _node(b"Sub", (size, size), zero)
        + _node(b"Slice", (noise.encode(), zero, size), cut)
        + _node(b"Reshape", (cut, shape), output)
    )


def _node(operator: bytes, inputs: tuple[bytes, ...], output: bytes) -> bytes:
    content = b"".join(_sized(_NODE_INPUT, name) for name in inputs)
    return _sized(_GRAPH_NODE, content + _sized(_NODE_OUTPUT, output) + _sized(_NODE_OPERATOR, operator))


def _float_vector(name: str) -> bytes:
    """Encode ``ValueInfoProto{name, type{tensor_type{elem_type: FLOAT, shape{dim{dim_param}}}}}``."""
    shape = _sized(1, _sized(2, b"values"))
    tensor = _tag(1, _VARINT) + _varint(1) + _sized(2, shape)
    return _sized(1, name.encode()) + _sized(2, _sized(1, tensor))


def _sized(number: int, content: bytes) -> bytes:
    return _tag(number, _SIZED) + _varint(len(content)) + content


def _tag(number: int, kind: int) -> bytes:
    return _varint(number << 3 | kind)


def _varint(value: int) -> bytes:
    encoded = bytearray()
    while value > 0x7F:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)


def _fields(view: memoryview, start: int, end: int) -> Iterator[_Field]:
    position = start
    while position < end:
        field_start = position
        tag, position = _read_varint(view, position, end)
        kind = tag & 7
        if kind == _VARINT:
            _, after = _read_varint(view, position, end)
        elif kind == _SIZED:
            size, position = _read_varint(view, position, end)
            after = position + size
        elif kind in {_EIGHT_BYTES, _FOUR_BYTES}:
            after = position + (8 if kind == _EIGHT_BYTES else 4)
        else:
            raise ValueError("not a protobuf message")
        if after > end:
            raise ValueError("cut short")
        yield _Field(tag >> 3, field_start, position, after)
        position = after


def _read_varint(view: memoryview, position: int, end: int) -> tuple[int, int]:
    value = shift = 0
    while position < end and shift < 64:
        byte = view[position]
        position += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, position
    raise ValueError("cut short")
