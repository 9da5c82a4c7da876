"""What the Desk is made of: blocks of lines for each of its sections."""
