"""Coverage: what stands on the map and beside it, and what lies behind a place."""
