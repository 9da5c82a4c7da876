"""Rules read from scoring notes in prose."""
