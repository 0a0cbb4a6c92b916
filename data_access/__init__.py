"""What the platform knows: its tables, its questions and its rules."""
