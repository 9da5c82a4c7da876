"""The settings of one evaluation, and its standing: who may do what, now."""
