"""Where reviewers differ, and the arbiter who rules."""
