"""The parts of the Disputes screen."""
