"""All scores of all submissions at one look."""
