"""Tests of exporting as a person sees it."""
