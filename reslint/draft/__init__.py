"""Read a draft from blocks: its language, parts, paragraphs, notes and masthead."""
