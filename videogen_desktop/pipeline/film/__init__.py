"""Pictures and narration -> film: encoding, captions, joining, and proof of the result."""
