"""A review desk for rule-of-law government demonstration campaigns."""

__version__ = "0.1.0"
