"""How long things take, as ratios against a baseline of the same run."""
