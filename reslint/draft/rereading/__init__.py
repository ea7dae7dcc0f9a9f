"""Read a draft again after an edit at the cost of what changed."""
