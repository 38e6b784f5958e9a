"""The five stages, each from the files of the one before to files of its own."""
