"""The checks that compare counterparts, one module a family, and what they share."""
