"""Split a file into blocks: paragraphs, headings, notes, tables and so on.

No language is known yet. `lines` classifies each line, `layout` decides which lines form a block,
`inline` parses the inline text of a block with a CommonMark parser, `labels` and `markers` find
paragraph labels and note markers, and `reader` puts it all together. `block_cache` reuses the
blocks of unchanged lines after an edit.
"""
