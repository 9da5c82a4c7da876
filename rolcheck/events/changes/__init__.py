"""What each kind of event puts into which row."""
