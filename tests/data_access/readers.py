"""Those who ask in the tests, each with just the roles the test is about."""

from data_access.access import Reader
from data_access.rules import Role

READER = Reader("test:manager", frozenset({Role.MANAGER}))
COORDINATOR = Reader("test:coordinator", frozenset({Role.COORDINATOR}))
STRANGER = Reader("test:stranger", frozenset())
