"""Data that reslint ships and caches: where it is, strict reading, the compiled form."""
