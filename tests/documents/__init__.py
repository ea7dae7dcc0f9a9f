"""Tests of reslint.documents."""
