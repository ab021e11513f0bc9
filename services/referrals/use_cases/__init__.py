"""One file per thing one can do here. The listing of this folder is the table of contents."""
