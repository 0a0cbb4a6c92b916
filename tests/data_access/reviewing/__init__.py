"""The tests of the Council's review, module by module."""
