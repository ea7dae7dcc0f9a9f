"""Run rules on a draft; suppress, grade and sort what they find."""
