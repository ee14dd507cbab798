"""The commands of `amanah`, a thin function each, one file for each part."""
