"""Find the paragraphs of the versions that are counterparts of each other."""
