"""The version of reslint, apart from the library so that every module can read it."""

__version__ = "0.1.0"

HOMEPAGE = "https://example.org/reslint"
"""Where reports send their readers: the address of the copy of this repository that you use."""
