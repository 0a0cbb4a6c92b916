"""Those who ask in the tests, each with just the roles the test is about."""

from data_access.access import Reader
from data_access.rules import Role

READER = Reader.with_roles("test:manager", Role.MANAGER)
COORDINATOR = Reader.with_roles("test:coordinator", Role.COORDINATOR)
STRANGER = Reader("test:stranger")
