"""Tests of the directory: institutions, partnerships and their agreements."""
