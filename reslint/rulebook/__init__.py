"""The rulebook: rules as data, read from YAML, checked strictly, compiled."""
