"""Choose fixes that go together and apply them in rounds."""
