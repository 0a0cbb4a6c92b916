"""What single texts of a list say: days, names, contacts."""
