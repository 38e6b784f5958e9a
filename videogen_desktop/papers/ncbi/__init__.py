"""NCBI as this application asks it: E-utilities, PMC's ID converter and PMC's open-data bucket.

:func:`connect` makes the client that keeps NCBI's rules; :class:`Ncbi` holds the three services on it.
"""

from videogen_desktop.papers.ncbi.bucket import Bucket, BucketArticle
from videogen_desktop.papers.ncbi.connection import connect
from videogen_desktop.papers.ncbi.eutils import Eutils, PubmedRecord
from videogen_desktop.papers.ncbi.idconv import IdConverter
from videogen_desktop.papers.ncbi.lookup import Known, look_up
from videogen_desktop.papers.ncbi.reading import FullText
from videogen_desktop.papers.ncbi.services import Ncbi
from videogen_desktop.papers.ncbi.summaries import Summaries, summaries

__all__ = [
    "Bucket",
    "BucketArticle",
    "Eutils",
    "FullText",
    "IdConverter",
    "Known",
    "Ncbi",
    "PubmedRecord",
    "Summaries",
    "connect",
    "look_up",
    "summaries",
]
