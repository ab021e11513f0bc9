"""Mechanism every service stands on, and no word of the field."""
