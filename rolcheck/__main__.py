"""What ``python -m rolcheck`` runs."""

from rolcheck.cli.main import main

if __name__ == "__main__":
    main()
