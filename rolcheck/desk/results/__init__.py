"""What becomes of the result: parts imported, objections, later editions, and comparisons."""
