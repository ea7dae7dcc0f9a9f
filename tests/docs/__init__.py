"""The documentation: its commands, links, examples and site."""
