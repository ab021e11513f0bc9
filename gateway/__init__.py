"""The front door: who is calling, where it goes, what of a record he sees, and the proof of it.

Holds no rule of the field and no copy of any service's models: it forwards bodies without parsing
them, and stores cards without reading into them.
"""
