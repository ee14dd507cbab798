"""`python -m amanah …` is the command line of `amanah.cli`."""

from amanah.cli import main

if __name__ == "__main__":
    main()
