"""Tests of figures: reported, recorded, and the questions between them."""
