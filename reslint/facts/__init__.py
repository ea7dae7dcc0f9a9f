"""What a draft says, computed once and lazily, for the checks to judge."""
