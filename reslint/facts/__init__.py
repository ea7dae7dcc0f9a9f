"""Facts about a draft and its paragraphs, computed once and shared by all rules."""
