"""What the Ledger screen is made of."""
