"""Facts about a review: what an event is, its byte form, and what it changes."""
