"""An office's indicator table read into a draft of a criteria set: one idea a module, all pure."""
