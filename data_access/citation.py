"""The source of a row, as every question hands it over."""

from data_access import schema

TITLES = (
    schema.source.c.title_lv.label("source_lv"),
    schema.source.c.title_en.label("source_en"),
)
