"""Tests of the export of finished films."""
