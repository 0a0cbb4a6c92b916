"""The caseloads' pictures: each draws a table that it is given, and knows nothing else."""
