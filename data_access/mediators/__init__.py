"""Mediators' posts and what belongs to them: gaps, substitution, trainings, support."""
