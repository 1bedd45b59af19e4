"""`python -m culvert_aws [--port N]` serves until standard input closes or a signal says so.

Standard output carries one line, once the server listens: `{"endpoint": …, "moto": …}`. Standard
error carries a line `GAP <service> <Action> <why>` for whatever the embedded AWS could not do. The
line `detach` on standard input lets the server outlive the process that started it.

Deployed functions run in the Node.js that `CULVERT_NODE` names, with the routes of the file
`CULVERT_NETWORK`; JSONata is evaluated by the program that `CULVERT_JSONATA` names.
"""

import argparse
import json
import os
import signal
import sys
from threading import Thread
from types import FrameType

import moto
from moto.core.config import default_user_config
from werkzeug.serving import BaseWSGIServer

from .gaps import fill_all
from .server import listen


def main() -> None:
    parser = argparse.ArgumentParser(prog="culvert_aws", description="An AWS on 127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0, the default, takes a free one")
    port: int = parser.parse_args().port

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    default_user_config["stepfunctions"] = {"execute_state_machine": True}
    fill_all()
    server = listen(port)
    os.environ["MOTO_PORT"] = str(server.port)
    Thread(target=stop_with_parent, args=[server], daemon=True).start()
    endpoint = f"http://127.0.0.1:{server.port}"
    print(json.dumps({"endpoint": endpoint, "moto": moto.__version__}), flush=True)
    sys.stdout = sys.stderr  # moto prints, and nobody reads on
    server.serve_forever()


def stop(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)


def stop_with_parent(server: BaseWSGIServer) -> None:
    for line in sys.stdin:
        if line.strip() == "detach":
            return
    server.shutdown()


if __name__ == "__main__":
    main()
