"""The rules of intake, with no database and no web."""
