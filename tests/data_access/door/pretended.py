"""Tables and functions that somebody makes for themselves under the names of the platform's."""

PRETENDED = (
    "CREATE TEMP TABLE reading_key (id int, inner_pad bytea, outer_pad bytea)",
    r"INSERT INTO pg_temp.reading_key VALUES (1, '\x00', '\x00')",
    "CREATE TEMP TABLE account (id bigint, disabled_at timestamptz)",
    "INSERT INTO pg_temp.account SELECT generate_series(1, 1000)",
    "CREATE TEMP TABLE role_grant (account_id bigint, role text, round_id bigint, mediator_id int)",
    "INSERT INTO pg_temp.role_grant SELECT n, 'manager' FROM generate_series(1, 1000) AS n",
    "CREATE TEMP TABLE reader_flags (everything bool, programme bool, audits bool)",
    "INSERT INTO pg_temp.reader_flags VALUES (true, true, true)",
    "CREATE TEMP TABLE reader_scope AS SELECT id AS round_id, 0 AS municipality_id FROM round",
    "CREATE TEMP TABLE reader_mediator AS SELECT n AS mediator_id FROM generate_series(1, 99) AS n",
    "CREATE TEMP TABLE activity_in_scope AS SELECT n AS id FROM generate_series(1, 999) AS n",
    "CREATE FUNCTION pg_temp.platform_account() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
    "CREATE FUNCTION pg_temp.platform_mediators() RETURNS SETOF int LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql AS 'SELECT $1'",
    "CREATE FUNCTION pg_temp.encode(bytea, text) RETURNS text LANGUAGE sql AS 'SELECT ''x'''",
    "CREATE FUNCTION pg_temp.always(text, text) RETURNS bool LANGUAGE sql AS 'SELECT true'",
    "CREATE OPERATOR pg_temp.= (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_temp.always)",
)
