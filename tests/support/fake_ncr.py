# SPDX-License-Identifier: Apache-2.0
"""Serves a fake of NHN Container Registry on 127.0.0.1 until SIGTERM; --help tells the options.

Prints "Listening on URL" and "Control on URL". The management API is at /ncr/v2.0/appkeys/{appKey}/, the registry protocol at
/v2/, faults and the log of requests on the control port (see fakencr/control.py and fakencr/faults.py).
"""
import sys

sys.dont_write_bytecode = True

from fakencr.server import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
