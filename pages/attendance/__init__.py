"""The attendance screen."""
