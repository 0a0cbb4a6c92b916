"""Tests of who may what: every role with every function, on both databases."""
