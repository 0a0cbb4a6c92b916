"""Tests of the schema's versions, and of migrations that say what the tables say."""
