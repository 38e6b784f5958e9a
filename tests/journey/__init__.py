"""The whole journey on a real screen: an empty window, a list dropped on it, films, and their export.

``python -m tests.journey FOLDER`` takes it under a screen of its own, against a stand-in for NCBI on this
machine, and leaves pictures of every step in light and in dark, and the exported films, in the folder.
"""
