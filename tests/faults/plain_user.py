"""Does a command with no more rights to files than their modes give, though it be root's.

``python tests/faults/plain_user.py COMMAND`` gives up, for good, what lets root read and write everything.
"""

import ctypes
import os
import sys

_DROP = 24  # PR_CAPBSET_DROP
_OVERRIDE = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH

if __name__ == "__main__":
    if os.geteuid() == 0 and any(ctypes.CDLL(None).prctl(_DROP, each, 0, 0, 0) for each in _OVERRIDE):
        sys.exit("these rights cannot be given up here")
    os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 - a command of the tests' own
