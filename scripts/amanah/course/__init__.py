"""Reads the words of the course: languages, pages, registers; every object knows its file and line."""
