"""Directory: who the institutions are, which of them act together, and later what they offer.

Owns Institution, Partnership and Agreement. Never keeps a client.
"""
