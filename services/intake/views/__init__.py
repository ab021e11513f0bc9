"""What readers may see of a client at intake, and her card cut into sections."""
