"""The screen of reported figures."""
