"""Room: minutes. An invented county of any size, to measure with: the same one each time it is made."""
