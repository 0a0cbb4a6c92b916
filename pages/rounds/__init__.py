"""The rounds screen."""
