"""The course of a review: what changed between rounds, and how each item came to its score."""
