"""What the Rounds screen is made of."""
