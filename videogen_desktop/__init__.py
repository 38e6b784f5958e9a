"""VideoGen Desktop: narrated, captioned explainer videos from PubMed papers, made offline."""

__version__ = "0.1.0"
