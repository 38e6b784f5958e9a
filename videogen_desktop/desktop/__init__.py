"""What a person sees: the window, its models, views and dialogs."""
