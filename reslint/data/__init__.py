"""Data that reslint ships and keeps: where it lies, strict reading, the compiled form."""
