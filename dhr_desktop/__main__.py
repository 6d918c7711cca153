"""`python -m dhr_desktop`."""

import sys
from multiprocessing import freeze_support

from dhr_desktop.app.main import main

if __name__ == "__main__":
    freeze_support()
    sys.exit(main())
