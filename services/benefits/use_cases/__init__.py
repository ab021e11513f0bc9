"""One file per thing a worker can do about benefits. The listing of this folder is the table of contents."""
