"""Blocks: what the lines of a file are, before any language is known.

A line-oriented reader finds the blocks (`lines`), a CommonMark parser the inline text of each
(`inline`), regular expressions the labels (`labels`) and the note markers (`markers`).
"""
