"""The inhabitants screen."""
