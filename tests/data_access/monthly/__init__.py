"""Mediators' monthly reports."""
