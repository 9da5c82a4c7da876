"""What people do: review, rounds, assignments, findings, rulings."""
