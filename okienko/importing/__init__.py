"""Bringing an existing register in: reading an export, mapping its columns, sending it, telling what came of it."""
