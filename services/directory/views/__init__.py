"""What readers may see of the directory."""
