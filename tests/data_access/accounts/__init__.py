"""Tests of accounts: who they are, what their roles are, and how far those reach."""
