"""New house rules from a few answers: kinds, sentences for the examples, the file, a trial."""
