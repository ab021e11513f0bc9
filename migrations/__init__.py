"""One history per service, and one for the gateway; `okienko.migrate` walks them."""
