"""Handouts as workbooks: one sheet a submission, filled in with Excel, WPS or LibreOffice."""
