"""Tests of the settings as a person sees them."""
