"""New campaigns, and the samples."""
