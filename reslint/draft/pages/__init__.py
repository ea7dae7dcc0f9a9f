"""Read what pages, wikis and converters make of a draft: running heads, notes at the foot."""
