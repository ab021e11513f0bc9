"""What one request, one caller and one moment may ask of the house, refused before it costs anything."""
