"""Examine whether NCBI's services can be reached. Being offline is no fault: papers in hand need none."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from videogen_desktop.errors import VideoGenError
from videogen_desktop.jobs.doctor.check import Check, guarded
from videogen_desktop.papers.identifiers import parse_identifier
from videogen_desktop.papers.settings import FetchSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from videogen_desktop.papers.ncbi import Ncbi

_LONGEST_S = 15.0
_PMID = "29412138"
_PMCID = "PMC5832411"


def check_network(environ: Mapping[str, str]) -> tuple[Check, ...]:
    """Ask each of the three services for a paper, at the addresses that the environment names.

    Args:
        environ: The VIDEOGEN_* variables, and those of a proxy, as the pipeline reads them.
    """
    from videogen_desktop.papers.ncbi import Ncbi, connect

    try:
        settings = replace(FetchSettings.from_environment(environ), cache_dir=None)
    except VideoGenError as error:
        return (Check("network", "failed", error.message, error.hint, {"code": error.code}),)
    asked: tuple[tuple[str, str, Callable[[Ncbi], object]], ...] = (
        ("network-pubmed", settings.eutils_url, lambda ncbi: ncbi.eutils.pubmed(_PMID)),
        ("network-ids", settings.idconv_url, lambda ncbi: ncbi.idconv.resolve([parse_identifier(_PMCID)])),
        ("network-full-text", settings.bucket_url, lambda ncbi: ncbi.bucket.newest(_PMCID)),
    )
    cancel = threading.Event()
    timer = threading.Timer(_LONGEST_S, cancel.set)
    timer.daemon = True
    timer.start()
    try:
        with connect(settings, cancel) as web, ThreadPoolExecutor(len(asked)) as threads:
            ncbi = Ncbi.over(web, settings)
            answers = [threads.submit(_ask, name, address, ask, ncbi) for name, address, ask in asked]
            return tuple(answer.result() for answer in answers)
    except VideoGenError as error:
        return (Check("network", "failed", error.message, error.hint, {"code": error.code}),)
    finally:
        timer.cancel()


def _ask(name: str, address: str, ask: Callable[[Ncbi], object], ncbi: Ncbi) -> Check:
    def examine() -> Check:
        try:
            ask(ncbi)
        except VideoGenError as error:
            said = "It did not answer in time." if error.code == "cancelled" else error.message
            details = {"address": address, "code": error.code}
            return Check(
                name,
                "warning",
                f"{address} cannot be used: {said}",
                "Papers cannot be fetched until it can; check the connection and the proxy.",
                details,
            )
        return Check(name, "ok", f"{address} answers.", "", {"address": address})

    return guarded(name, examine)
