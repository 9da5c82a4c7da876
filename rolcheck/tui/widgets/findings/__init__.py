"""The parts of the Findings screen."""
