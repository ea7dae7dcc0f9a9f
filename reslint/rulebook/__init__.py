"""The rulebook: rules as data, read from YAML, checked strictly, kept prebuilt for a quick start."""
