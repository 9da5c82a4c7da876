"""What is said: one module a document, each made of blocks in the language in use."""
