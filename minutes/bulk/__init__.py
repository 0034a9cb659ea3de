"""Room: minutes. Many documents at once, in the background: chosen, made one by one, packed, told of, cleaned up.

Nothing here holds a transaction while a document is made, and nothing is in memory but the document at hand.
"""
