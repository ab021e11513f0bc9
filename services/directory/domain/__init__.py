"""The rules of institutions and their partnerships, with no database and no web."""
