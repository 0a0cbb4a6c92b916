"""The municipalities screen."""
