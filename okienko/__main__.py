"""`python -m okienko` is the same command as `okienko`."""

from okienko.cli import main

main()
