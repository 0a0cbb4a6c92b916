"""How an empty database becomes a useful one."""
