"""What the Criteria screen is made of."""
