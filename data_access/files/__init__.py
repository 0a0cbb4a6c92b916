"""A file of unknown kind in: guarded, opened in a process of its own, its sheets as text."""
