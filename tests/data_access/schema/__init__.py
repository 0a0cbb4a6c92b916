"""Tests that break each rule of the tables once, by its name, beside a row that keeps it."""
