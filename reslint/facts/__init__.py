"""What a draft says, found once and shared by all rules."""
