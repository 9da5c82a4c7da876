"""Work for people without a terminal: sheets and forms out, and back in."""
