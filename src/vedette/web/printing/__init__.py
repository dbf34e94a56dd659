"""Pages for paper: one incident, and the situation in a stretch of time."""
