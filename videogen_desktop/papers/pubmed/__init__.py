"""What PubMed says of papers, read.

Its own XML (https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/) becomes a ``Paper`` a record; a document
summary, which is short, a ``Summary``.
"""

from videogen_desktop.papers.pubmed.records import parse_pubmed, read_records
from videogen_desktop.papers.pubmed.summaries import Summary, read_summary

__all__ = ["Summary", "parse_pubmed", "read_records", "read_summary"]
