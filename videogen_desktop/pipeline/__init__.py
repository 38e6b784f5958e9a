"""Paper in, film out: the stages, their protocol and their command line, in a process of their own."""
