"""Attendance lists: read, checked, recorded, taken back."""
