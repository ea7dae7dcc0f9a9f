"""Measurements of reslint that anyone can run: quality on folders of texts, speed."""
