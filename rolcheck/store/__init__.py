"""The ledger: a port, and what stands behind it."""
