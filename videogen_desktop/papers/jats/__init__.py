"""The Journal Article Tag Suite (https://jats.nlm.nih.gov/): an article's XML becomes a ``Paper``."""

from videogen_desktop.papers.jats.article import find_article, parse_jats, read_article

__all__ = ["find_article", "parse_jats", "read_article"]
