"""Where the posts of a selection stand: one town for all posts at one place of the look."""

from sqlalchemy import CTE, func, select

from data_access import schema
from data_access.caseloads.selection import made_up, post_is_within
from data_access.filters import Filters
from data_access.territory import standing


def towns_of(filters: Filters) -> CTE:
    """One row a post: ``place`` and ``name_lv`` tell its town, ``name_en`` calls it in English.

    ``place`` is the code of the place in the look (territory.code_of). What lies beside the map,
    or on no municipality of the look, goes by the name that was recorded.
    """
    post, municipality = schema.mediator_post, schema.municipality
    at = standing(post, filters.look, post.c.starts_on, post.c.round_id)
    statement = (
        select(
            post.c.id.label("post"),
            at.code.label("place"),
            func.coalesce(at.name, municipality.c.name, post.c.place_name_lv).label("name_lv"),
            func.coalesce(at.name, municipality.c.name, post.c.place_name_en).label("name_en"),
            post.c.starts_on,
            post.c.ends_on,
            made_up(post),
        )
        .join_from(post, schema.round)
        .join(municipality, post.c.municipality_id == municipality.c.id, isouter=True)
        .where(post_is_within(filters))
    )
    found: CTE = at.joined(statement).cte("towns")
    return found
