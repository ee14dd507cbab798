"""`python -m amanah …` is the command line of `amanah.cli`."""

import gc

# Imports and readers make many objects at once that all stay: to look for garbage among them costs a tenth of a check.
gc.set_threshold(100_000)

from amanah.cli import main  # noqa: E402

if __name__ == "__main__":
    main()
