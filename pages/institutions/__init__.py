"""The institutions screen."""
