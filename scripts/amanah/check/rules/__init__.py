"""The rules, by subject. Each module registers its functions when it is imported."""
