"""Whether the machine and the campaign are well."""
