"""Names and contacts sealed, and the file with their keys."""
