"""What the six languages write for each other: figures, number words, names, opening words."""
