"""The way to the database, and one sentence for each thing that can be wrong with it."""

from data_access.engine.opening import (
    DEFAULT_FILE,
    afterwards,
    create_file,
    database_url,
    open_engine,
    reading,
    using,
    writing,
)
from data_access.engine.problems import (
    AddressNotUnderstood,
    DatabaseBusy,
    DatabaseFault,
    DatabaseForeign,
    DatabaseFull,
    DatabaseProblem,
    DatabaseReadOnly,
    DatabaseRefuses,
    DatabaseUnreachable,
    RolesMissing,
    SchemaTooNew,
    SchemaTooOld,
)
from data_access.engine.roles import DatabaseRole

__all__ = [
    "DEFAULT_FILE",
    "AddressNotUnderstood",
    "DatabaseBusy",
    "DatabaseFault",
    "DatabaseForeign",
    "DatabaseFull",
    "DatabaseProblem",
    "DatabaseReadOnly",
    "DatabaseRefuses",
    "DatabaseRole",
    "DatabaseUnreachable",
    "RolesMissing",
    "SchemaTooNew",
    "SchemaTooOld",
    "afterwards",
    "create_file",
    "database_url",
    "open_engine",
    "reading",
    "using",
    "writing",
]
