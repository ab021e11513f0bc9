"""The record: every service's card of a client laid side by side, cut to what the reader may see."""
