"""Amanah: the engine of the course, its question banks and its site."""
