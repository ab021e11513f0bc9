"""One file per thing one can do to the directory. The listing of this folder is the table of contents."""
