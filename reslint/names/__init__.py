"""Names of bodies and instruments, found in a draft."""
