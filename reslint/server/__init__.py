"""The language server: the protocol, and nothing but the protocol."""
