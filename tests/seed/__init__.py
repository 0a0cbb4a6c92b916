"""Tests of how an empty database becomes a useful one."""
