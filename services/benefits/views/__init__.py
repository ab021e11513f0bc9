"""What readers may see: awards, computations, the law they stand on, and the card."""
