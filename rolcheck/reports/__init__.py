"""What is said of a campaign: models of its state, documents made of them, writers that draw."""
