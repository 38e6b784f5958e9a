"""A paper: its names, how it is fetched and read, what it may be used for."""
