"""Write new rules, test rules on their examples, and measure what the examples cover."""
