"""From observed points to totals, ranks and agreement: exact fractions in, exact fractions out.

Pure: nothing here reads a file, a clock or a setting, or knows criteria and campaigns; the caller
maps its own types to the small dataclasses of each module.
"""
