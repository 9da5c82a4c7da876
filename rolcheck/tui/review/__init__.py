"""What stands behind the Review screen.

``reading`` what it shows, read from the desk · ``words`` how that is said · ``work`` reading and
writing in workers, with keys kept back meanwhile · ``recording`` what a reviewer records ·
``questions`` what is asked in windows of their own.
"""
