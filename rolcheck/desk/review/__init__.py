"""What a reviewer does with an item: read it, score it, keep it, take it back."""
