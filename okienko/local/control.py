"""What the other commands do with a local system: start it behind, look, stop, delete."""

import os
import signal
import subprocess
import sys
import time

from okienko.local.choice import Choice, say, summary
from okienko.local.environment import Environment
from okienko.local.home import Home, Run
from okienko.local.supervisor import last_lines, open_log
from okienko.local.told import check_identity
from okienko.processes import GATEWAY, PROCESSES
from okienko.sockets import listen
from okienko.trouble import Trouble

READY_WITHIN = 120.0
STOPPED_WITHIN = 40.0
TICK = 0.1


def up_behind(choice: Choice, environment: Environment) -> None:
    """Start the house as a process of its own and return once it is ready."""
    home = choice.home
    check_identity(environment, demo=choice.demo)
    if home.supervisor() is not None:
        raise Trouble(f"Okienko already runs on {home.folder}. Stop it with `okienko down`.")
    listen(choice.host, choice.port).close()
    home.create()
    log = home.logs / "up.log"
    log.unlink(missing_ok=True)
    with open_log(log) as output:
        supervisor = subprocess.Popen(
            [sys.executable, "-P", "-m", "okienko", "up", *_as_arguments(choice)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    deadline = time.monotonic() + READY_WITHIN
    while supervisor.poll() is None and time.monotonic() < deadline:
        run = home.running()
        if run is not None and run.ready and run.pid == supervisor.pid:
            say(summary(home, run))
            return
        time.sleep(TICK)
    if supervisor.poll() is None:
        supervisor.terminate()
        supervisor.wait()
    raise Trouble(f"Okienko did not start. The end of {log}:\n{last_lines(log)}")


def down(home: Home) -> None:
    """Stop the house and wait until it is gone."""
    pid = home.supervisor()
    if pid is None:
        say(f"Nothing runs on {home.folder}.")
        return
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + STOPPED_WITHIN
    while home.supervisor() == pid:
        if time.monotonic() > deadline:
            raise Trouble(f"Process {pid} has not stopped in {STOPPED_WITHIN:.0f} s.")
        time.sleep(TICK)
    say("Stopped.")


def status(home: Home) -> None:
    """Say what runs, process by process."""
    run = needed(home)
    say(f"Okienko on {home.folder} is {'ready' if run.ready else 'starting'} (process {run.pid}).")
    urls = run.service_urls | {GATEWAY: run.gateway_url}
    for name, pid in run.processes.items():
        state = f"process {pid}" if lives(pid) else "down, is being started again"
        say(f"  {name:<10} {state:<16} {urls.get(name, '')}".rstrip())
    if run.ready:
        say(summary(home, run))


def reset(home: Home) -> None:
    """Delete the data of a stopped house."""
    if not home.lock_file.exists():
        raise Trouble(f"{home.folder} holds no data of Okienko.")
    with home.locked():
        home.delete()
    say(f"Deleted the data in {home.folder}.")


def needed(home: Home) -> Run:
    """Give what runs, or refuse because nothing does."""
    run = home.running()
    if run is None:
        raise Trouble(f"Nothing runs on {home.folder}. Start it with `okienko up --demo`.")
    return run


def database_url(home: Home, name: str, environment: Environment) -> str:
    """Find a process's database: the operator's own, or the one that runs on this folder."""
    if name not in PROCESSES:
        raise Trouble(f"There is no process {name!r}. There are: {', '.join(PROCESSES)}.")
    if environment.has_own_postgres:
        return environment.database_url(name)
    return needed(home).database_urls[name]


def _as_arguments(choice: Choice) -> list[str]:
    place = ["--data-dir", str(choice.home.folder)]
    address = ["--host", choice.host, "--port", str(choice.port)]
    return [*place, *address, *(["--demo"] if choice.demo else [])]


def lives(pid: int) -> bool:
    """Tell whether there is such a process."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
