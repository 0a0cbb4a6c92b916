"""Tests of what several screens use."""
