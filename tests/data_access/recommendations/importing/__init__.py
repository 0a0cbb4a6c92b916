"""Tests of entries taken in from files."""
