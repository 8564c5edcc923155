"""Everything that is written: editorial files, the staged pages, the finished site."""
