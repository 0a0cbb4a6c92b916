"""Tests of the dashboards' door: what it lets through, for whom, and by which statements."""
