"""The next reform: a list of territorial units and a map become a division of municipalities."""
