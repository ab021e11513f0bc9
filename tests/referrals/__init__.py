"""Tests of referrals: the rules alone, then the verbs over HTTP on a real PostgreSQL."""
