"""The council review screen."""
