"""Tests of names that are shown again."""
