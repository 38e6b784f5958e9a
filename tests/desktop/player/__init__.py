"""The player, on real films."""
