"""Everything that is read: editorial files, source texts, the lock."""
