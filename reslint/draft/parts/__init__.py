"""Read the parts of a draft in one walk: preamble, operative part, what stands outside."""
