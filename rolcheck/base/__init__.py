"""What every other package stands on: errors, places, ids, clock, files, text, numbers."""
