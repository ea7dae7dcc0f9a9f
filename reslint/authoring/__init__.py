"""New rules, the tests of rules on their own examples, and how much of a rule they cover."""
