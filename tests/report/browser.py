"""Chromium as it is installed, driven headless: what a page looks like to those who open it."""

from __future__ import annotations

import os
import shutil
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--hide-scrollbars", "--force-color-profile=srgb",
)  # fmt: skip
A4_WIDTH, PHONE_WIDTH = 794, 375
OVERFLOWING = """
const found = [];
const page = document.documentElement;
if (page.scrollWidth > window.innerWidth) found.push('the page: ' + page.scrollWidth);
for (const element of document.body.querySelectorAll('*')) {
  if (element.closest('svg')) continue;
  const style = getComputedStyle(element);
  if (style.position === 'absolute' || style.display === 'inline') continue;
  if (element.clientWidth && element.scrollWidth > element.clientWidth + 1)
    found.push(element.tagName + '.' + element.className + ': ' + element.textContent.trim().slice(0, 40));
}
for (const text of document.querySelectorAll('svg text')) {
  const box = text.getBoundingClientRect(), room = text.closest('svg').getBoundingClientRect();
  if (box.left < room.left - 1 || box.right > room.right + 1)
    found.push('svg: ' + text.textContent);
}
return found;
"""

MISSING = """
const canvas = document.createElement('canvas');
canvas.width = canvas.height = 32;
const pen = canvas.getContext('2d', {willReadFrequently: true});
pen.font = '20px ' + getComputedStyle(document.body).fontFamily;
const drawn = character => {
  pen.clearRect(0, 0, 32, 32);
  pen.fillText(character, 4, 24);
  return pen.getImageData(0, 0, 32, 32).data.join();
};
const nobody = drawn('\\u0378');
const characters = new Set(document.documentElement.textContent);
return [...characters].filter(each => each.trim() && drawn(each) === nobody).join('');
"""


def program(name: str, *others: str) -> str:
    """A program's path; without it the test is skipped, or fails where hosts are required."""
    for each in (name, *others):
        if found := shutil.which(each):
            return found
    reason = f"{name} is not installed"
    if os.environ.get("KPIXL_REQUIRE_HOSTS"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def chromium(folder: Path) -> Iterator[Browser]:
    options = ChromeOptions()
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.binary_location = program("chromium", "chromium-browser", "google-chrome")
    for flag in (*FLAGS, f"--user-data-dir={folder / 'profile'}"):
        options.add_argument(flag)
    driver = Chrome(options=options, service=Service(program("chromedriver")))
    try:
        yield Browser(driver)
    finally:
        driver.quit()


class Browser:
    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def open(self, file: Path, width: int, height: int = 1123) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        self.driver.get(file.as_uri())

    def overflowing(self) -> list[str]:
        """What is wider than its room, the page itself included."""
        return list(self.driver.execute_script(OVERFLOWING))

    def printed(self) -> bytes:
        """The page as Chromium prints it, on the paper that the page asks for."""
        settings = {"preferCSSPageSize": True, "printBackground": True}
        return b64decode(self.driver.execute_cdp_cmd("Page.printToPDF", settings)["data"])

    def picture(self) -> bytes:
        settings = {"captureBeyondViewport": True, "format": "png"}
        return b64decode(self.driver.execute_cdp_cmd("Page.captureScreenshot", settings)["data"])

    def missing_glyphs(self) -> str:
        """Characters of the page that no font on this machine draws: they look like one that nobody has."""
        return str(self.driver.execute_script(MISSING))

    def complaints(self) -> list[str]:
        """What the browser had to say about the pages since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser")]
