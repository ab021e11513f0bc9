"""Directory: who the institutions are, which of them act together, and what they offer.

Owns Institution, Partnership, Agreement and Service with its capacity. Never keeps a client: of who
takes a place it hears a number. A service has no location, opening hours, accessibility or
language yet, and nobody outside the house can read it: that is the map (HSDS), a later issue.
"""
