"""The audit log: written, exported, verified, protected, listed."""
