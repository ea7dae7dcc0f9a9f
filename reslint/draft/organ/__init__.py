"""Find the line that names the organ, or the body that decides without one."""
