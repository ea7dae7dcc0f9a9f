"""The draft: language, parts, paragraphs and notes, read from blocks."""
