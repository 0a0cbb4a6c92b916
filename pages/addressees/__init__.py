"""The addressees screen."""
