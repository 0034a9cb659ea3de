"""Reading: paragraphs become an item, or a whole protocol, as frozen values. Pure."""
