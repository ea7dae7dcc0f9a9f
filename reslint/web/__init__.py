"""The page for people without an editor: a draft is checked in a browser."""
