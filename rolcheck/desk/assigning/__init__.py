"""Who reviews what: by hand, from a file, by a solver."""
