"""What the double answers, before it goes over the wire."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Params = dict[str, str]


@dataclass(frozen=True)
class Reply:
    """A status, a body and its headers."""

    status: int
    body: bytes = field(repr=False)
    media_type: str
    headers: Mapping[str, str] = field(default_factory=dict)


def json_reply(content: object, status: int = 200) -> Reply:
    return Reply(status, json.dumps(content).encode(), "application/json; charset=UTF-8")


def xml_reply(content: bytes, status: int = 200) -> Reply:
    return Reply(status, content, "text/xml; charset=UTF-8")
