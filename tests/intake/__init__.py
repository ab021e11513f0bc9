"""Tests of intake: the rules alone, then the verbs over HTTP on a real PostgreSQL."""
