"""Tests of the recommendations screen."""
