"""Languages: their forms and the grammar of leading phrases, read from rules/."""
