"""Paper -> script: what the film says, sentence by sentence, each with its source."""
