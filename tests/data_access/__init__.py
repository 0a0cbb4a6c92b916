"""Tests of what the platform knows, on SQLite and on PostgreSQL."""
