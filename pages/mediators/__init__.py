"""The screen of mediators' posts, gaps, trainings, and support outside mediation."""
