"""One file per thing a worker can do at intake. The listing of this folder is the table of contents."""
