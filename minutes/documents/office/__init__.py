"""What word processors need: the tree as paragraphs and tables with styles, and the parts of their files."""
