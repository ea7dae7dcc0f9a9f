"""The linter: rules run on a draft, findings suppressed, graded and sorted."""
