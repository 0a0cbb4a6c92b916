"""The recommendations screen."""
