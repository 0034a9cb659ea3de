"""Room: minutes, the pictures. Plain values in, SVG out; text or a table beside each says the same. Pure."""
