"""Tests of the program's manners."""
