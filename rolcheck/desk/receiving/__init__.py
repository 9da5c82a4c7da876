"""Taking in what applicants hand in, and checking it."""
