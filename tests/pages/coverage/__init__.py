"""The coverage screen, part by part."""
