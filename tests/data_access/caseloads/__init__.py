"""Tests of the questions about mediators' caseloads."""
