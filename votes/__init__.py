"""What was decided, how, and by whom."""
