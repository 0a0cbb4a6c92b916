"""What PostgreSQL's catalogue says of relations, rights, policies and roles."""

from sqlalchemy import text

COLUMNS = text(
    "SELECT relname, attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid"
    " WHERE relnamespace = current_schema()::regnamespace"
    " AND relkind IN ('r', 'v', 'm', 'p', 'f') AND attnum > 0 AND NOT attisdropped"
)
RELATIONS = text(
    "SELECT relname, relkind, relrowsecurity, reloptions, pg_get_userbyid(relowner) AS owner"
    " FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
    " AND relkind IN ('r', 'v', 'm', 'p', 'f', 'S')"
)
WRITES = text(
    "SELECT relname, what FROM pg_class,"
    " unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS what"
    " WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'v')"
    " AND (has_table_privilege(:role, pg_class.oid, what) OR CASE"
    " WHEN what IN ('INSERT', 'UPDATE', 'REFERENCES')"
    " THEN has_any_column_privilege(:role, pg_class.oid, what) ELSE false END)"
)
SEQUENCES = text(
    "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
    " AND CASE WHEN relkind = 'S'"
    " THEN has_sequence_privilege(:role, pg_class.oid, 'SELECT, USAGE, UPDATE') ELSE false END"
)
ROUTINES = text(
    "SELECT proname, prosecdef, proconfig, provolatile, pg_get_userbyid(proowner) AS owner,"
    " has_function_privilege(:role, pg_proc.oid, 'EXECUTE') AS is_open"
    " FROM pg_proc WHERE pronamespace = current_schema()::regnamespace"
)
POLICIES = text(
    "SELECT relname, polname, polcmd, pg_get_userbyid(polroles[1]) AS role,"
    " pg_get_expr(polqual, polrelid) AS condition"
    " FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid"
    " WHERE relnamespace = current_schema()::regnamespace"
)
OWN_RIGHTS = text(
    "SELECT rolname, rolcanlogin, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,"
    " rolreplication FROM pg_roles WHERE rolname LIKE 'roma_platform_%'"
)
GRANTEES = text(
    "SELECT DISTINCT CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END"
    " FROM pg_class, aclexplode(coalesce(relacl, acldefault('r', relowner)))"
    " WHERE relnamespace = current_schema()::regnamespace"
)
