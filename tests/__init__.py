"""The same nouns again: tests mirror the packages, and ``provide`` makes what they need."""
