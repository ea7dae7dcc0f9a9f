"""Tests of reslint.revisions."""
