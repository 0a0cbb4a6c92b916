"""Tests of the rules that hold everywhere."""
