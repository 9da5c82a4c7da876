"""Opening and closing rounds, and where each stands."""
