"""Script -> narration: spoken sentences with their timings, at an even loudness."""
