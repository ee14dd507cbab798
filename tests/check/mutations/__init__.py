"""Kinds of damage to a course, and which rules notice them (see ../test_proof.py)."""
