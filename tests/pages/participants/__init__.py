"""Tests of the participants screen."""
