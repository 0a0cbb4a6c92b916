"""Files of unknown kind: what they are, whether they may be opened, and what is in them."""
