"""Mediators' posts and what belongs to them: the tests."""
