"""The grammar of German minutes: who speaks, what was decided, how was voted. Pure functions over single paragraphs."""
