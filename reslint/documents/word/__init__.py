"""Reading Word files (WordprocessingML)."""
