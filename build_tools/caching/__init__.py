"""What a build keeps for the next: results by the hash of what they were made from.

Nothing here decides what a site says. Whoever deletes the folder loses time and nothing else.
"""
