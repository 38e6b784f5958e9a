"""Steering the double over HTTP, for a process that is not the one it runs in.

- ``GET /_control/seen?part=efetch`` lists the requests so far.
- ``POST /_control/faults`` adds the faults in a JSON list; ``GET`` lists what is set.
- ``POST /_control/holdings/NAME`` changes a paper with a JSON object (``{"pmid": "1", "pmcid": "PMC1"}``).
- ``POST /_control/reset`` forgets faults and requests.
"""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

from tests.ncbi_double.replies import Params, Reply, json_reply

if TYPE_CHECKING:
    from tests.ncbi_double.server import NcbiDouble

PATH = "/_control/"


def answer(double: NcbiDouble, what: str, params: Params, content: str) -> Reply:
    """Do one thing and say how it stands."""
    if what == "seen":
        return json_reply([dataclasses.asdict(request) for request in double.seen(params.get("part", ""))])
    if what == "reset":
        double.faults.clear()
        double.forget_seen()
    elif what == "faults" and content:
        double.faults.add_json(content)
    elif what.startswith("holdings/"):
        double.library.change(what.removeprefix("holdings/"), **json.loads(content))
    elif what != "faults":
        return json_reply({"error": "no such control"}, 404)
    return json_reply(double.faults.as_json())
