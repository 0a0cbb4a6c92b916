"""The register of recommendations, question by question."""
