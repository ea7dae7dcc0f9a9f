"""The kinds of check, one module a family."""
