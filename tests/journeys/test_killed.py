"""A replay killed in the middle: nothing acknowledged is lost, and playing it again makes the day whole."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys import arithmetic
from tests.journeys.command_line import DAY, NETWORK, Till, lines_of

PLAY = """
import sys
from pathlib import Path
from pos.formats.day_file import read_day
from pos.wiring import open_desk

with open_desk(Path(sys.argv[1])) as desk:
    for outcome in desk.replaying.replay(read_day(Path(sys.argv[2])), desk.texts):
        print(outcome.line, flush=True)
"""


@pytest.mark.parametrize("seed", range(4))
def test_killed_replay_is_finished_by_the_next_one(till: Till, seed: int) -> None:
    till("import", NETWORK)
    acknowledged = 0
    for kill_after in sorted(random.Random(seed).sample(range(5, 180), 2)):
        player = subprocess.Popen([sys.executable, "-c", PLAY, till.home, DAY], stdout=subprocess.PIPE, text=True)
        for line in player.stdout:
            acknowledged = int(line)
            if acknowledged >= kill_after:
                os.kill(player.pid, signal.SIGKILL)
                break
        player.wait()
        player.stdout.close()
        assert player.returncode == -signal.SIGKILL
        assert till("verify").status == 0
        sales = sum(line.get("do") == "sale" for line in lines_of(DAY)[:acknowledged])
        assert till.report("exhibition", "--exhibition", "LPZ-NAV-26")["sales"]["receipts"] >= sales

    assert till("replay", DAY).status == 0
    network = json.loads(Path(NETWORK).read_text(encoding="utf-8"))
    assert till.report("exhibition") == arithmetic.recompute(network, [lines_of(DAY)]).report
    assert till("verify").status == 0
