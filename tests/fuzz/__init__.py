"""The document against the house that runs: hundreds of requests that it promises, and that it forbids."""
