"""The table of hostile files: `python -m tests.hostile`; 1 where one is not as it should be."""

from tests.hostile.table import table

raise SystemExit(0 if table() else 1)
