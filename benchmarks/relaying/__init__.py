"""The same draft laid out and labelled in other ways, and what fixes do to it.

lines.py    layouts of lines: a text becomes a text
marks.py    labels and emphasis in other forms: a draft as read becomes a text
around.py   what stands around a draft that is pasted: pages, margins, letters
harm.py     what a fix must never do
"""
