"""The participants screen."""
