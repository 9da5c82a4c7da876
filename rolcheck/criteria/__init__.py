"""Criteria sets: what is scored, by which rules, and the registers they count from."""
