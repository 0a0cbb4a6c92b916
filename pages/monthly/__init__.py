"""The screen that takes mediators' monthly reports in."""
