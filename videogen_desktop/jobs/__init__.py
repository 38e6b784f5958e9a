"""The queue: a job that was accepted is finished, failed with a reason, or cancelled by its owner."""
