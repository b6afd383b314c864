"""Pictures of pages: set straight, their rules found, and their words recognised.

Needs the extra ``[ocr]``; ``whats_missing`` says what is not there. Nothing here is imported before a page asks for it.
"""
