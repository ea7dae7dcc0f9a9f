"""Benchmarks that anyone can run: precision, recall, fixes and speed."""
