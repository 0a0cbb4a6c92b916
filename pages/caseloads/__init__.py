"""The caseloads screen."""
