"""Papers to print: typst templates, and what fills each of them."""
