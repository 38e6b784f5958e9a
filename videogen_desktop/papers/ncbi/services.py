"""The three services together, as a fetch uses them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.papers.ncbi.bucket import Bucket
from videogen_desktop.papers.ncbi.eutils import Eutils
from videogen_desktop.papers.ncbi.idconv import IdConverter

if TYPE_CHECKING:
    from typing import Self

    from videogen_desktop.papers.settings import FetchSettings
    from videogen_desktop.papers.web import WebClient


@dataclass(frozen=True)
class Ncbi:
    """E-utilities, ID converter and open-data bucket, on one client."""

    eutils: Eutils
    idconv: IdConverter
    bucket: Bucket

    @classmethod
    def over(cls, web: WebClient, settings: FetchSettings) -> Self:
        """Ask the services that ``settings`` names through ``web``."""
        return cls(Eutils(web, settings), IdConverter(web, settings), Bucket(web, settings.bucket_url))
