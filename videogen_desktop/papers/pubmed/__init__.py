"""PubMed's own XML (https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/): each record becomes a ``Paper``."""

from videogen_desktop.papers.pubmed.records import parse_pubmed, read_records

__all__ = ["parse_pubmed", "read_records"]
