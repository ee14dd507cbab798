"""Reads the questions of the course: items, banks and reviews; every object knows its file and line."""
