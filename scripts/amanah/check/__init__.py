"""The validator: one rule, one function, one message in every language."""
