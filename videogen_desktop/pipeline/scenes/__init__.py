"""Script and timings -> pictures: what stands on the screen at any moment."""
