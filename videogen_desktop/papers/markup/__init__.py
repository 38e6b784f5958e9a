"""Running text with markup, as JATS and PubMed write it, turned into paragraphs and titles."""

from videogen_desktop.papers.markup.inline import heading_text, plain_text_of, rich_text_of
from videogen_desktop.papers.markup.paragraphs import paragraph_of

__all__ = ["heading_text", "paragraph_of", "plain_text_of", "rich_text_of"]
