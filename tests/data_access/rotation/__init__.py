"""New keys for names."""
