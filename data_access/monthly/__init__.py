"""Mediators' monthly reports: the workbook out, the file in, questions, record, undo."""
