"""Tests of opening the database, reading it and writing it."""
