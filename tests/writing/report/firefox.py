"""Firefox without a window, told what to do over its own Marionette protocol: no driver need be installed."""

import json
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Final

PROGRAM: Final = shutil.which("firefox-esr") or shutil.which("firefox")
_ELEMENT: Final = "element-6066-11e4-a52e-4f735466cecf"  # how WebDriver names a reference to an element
_PATIENCE: Final = 60.0  # seconds
_PREFERENCES: Final = {
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": False,
    "app.update.disabledForTesting": True,
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "extensions.getAddons.cache.enabled": False,
    "toolkit.telemetry.enabled": False,
}


class Firefox:
    """A running Firefox. What it is asked and cannot do is a ``RuntimeError`` with its own words."""

    def __init__(self, port: int) -> None:
        """Begin to talk to the Firefox that listens at a port of this machine."""
        self._socket = socket.create_connection(("127.0.0.1", port), _PATIENCE)
        self._stream = self._socket.makefile("rwb")
        self._sent = 0
        self._receive()  # its greeting
        self.tell("WebDriver:NewSession", {"capabilities": {}})

    def close(self) -> None:
        """End the conversation."""
        self._stream.close()
        self._socket.close()

    def tell(self, command: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401 - each command's own answer
        """What a command of WebDriver answers."""
        self._sent += 1
        message = json.dumps([0, self._sent, command, parameters]).encode()
        self._stream.write(str(len(message)).encode() + b":" + message)
        self._stream.flush()
        _, _, fault, result = self._receive()
        if fault:
            raise RuntimeError(f"{command}: {fault['message']}")
        return result

    def _receive(self) -> Any:  # noqa: ANN401 - each message's own form
        length = b""
        while (digit := self._stream.read(1)) != b":":
            length += digit
        return json.loads(self._stream.read(int(length)))

    def go(self, address: str) -> None:
        """Open an address."""
        self.tell("WebDriver:Navigate", {"url": address})

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401 - what the script returns
        """What a script returns in the page; ``arguments`` are what it is given."""
        given = {"script": script, "args": list(arguments), "sandbox": None}
        return self.tell("WebDriver:ExecuteScript", given)["value"]

    def click(self, selector: str) -> None:
        """Click the first element that a selector fits."""
        self.tell("WebDriver:ElementClick", {"id": self._find(selector)})

    def write(self, selector: str, words: str) -> None:
        """Type words into the first element that a selector fits."""
        self.tell("WebDriver:ElementSendKeys", {"id": self._find(selector), "text": words})

    def press(self, key: str) -> None:
        """Press and let go of a key."""
        strokes = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
        self.tell("WebDriver:PerformActions", {"actions": [{"type": "key", "id": "keys", "actions": strokes}]})

    def faults(self) -> list[str]:
        """What Firefox has told on its console of pages that it opened, but for what ails itself."""
        self.tell("Marionette:SetContext", {"value": "chrome"})
        told: list[str] = self.run("return Services.console.getMessageArray().map(each => String(each.message))")
        self.tell("Marionette:SetContext", {"value": "content"})
        return [each for each in told if "file:" in each and ".html" in each and "JSWindowActor" not in each]

    def _find(self, selector: str) -> str:
        found = self.tell("WebDriver:FindElement", {"using": "css selector", "value": selector})["value"]
        return str(found[_ELEMENT])


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A Firefox with a profile of its own, which ends with the block."""
    profile.mkdir()
    wanted = {**_PREFERENCES, "browser.download.folderList": 2, "browser.download.dir": str(profile)}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in wanted.items())
    (profile / "user.js").write_text("".join(lines), "utf-8")
    command = [
        PROGRAM or "firefox",
        "--headless",
        "--marionette",
        "--remote-allow-system-access",
        "--no-remote",
        "--profile",
        str(profile),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with closing(Firefox(_port(profile / "MarionetteActivePort"))) as started:
            yield started
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def _port(file: Path) -> int:
    """The port that a starting Firefox writes down."""
    end = monotonic() + _PATIENCE
    while monotonic() < end:
        if file.exists() and (words := file.read_text("utf-8")):
            return int(words)
        sleep(0.1)
    raise TimeoutError("Firefox did not start.")
