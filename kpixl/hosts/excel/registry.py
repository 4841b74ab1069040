"""The registry of Windows as far as an installation needs it: keys of a user, with texts in them."""

from __future__ import annotations

from typing import Any, Protocol

USER, MACHINE = "HKEY_CURRENT_USER", "HKEY_LOCAL_MACHINE"


class Registry(Protocol):
    """Keys are paths below a root, such as `Software\\Classes`; an empty name is a key's default value."""

    def get(self, root: str, key: str, name: str = "") -> str | int | None:
        """A value, or nothing where there is none."""
        ...

    def set(self, key: str, name: str, value: str) -> None:
        """Put a text into a key of the user, which is made if need be. Raises `OSError`."""
        ...

    def remove(self, key: str) -> bool:
        """Remove a key of the user with all below it; gives whether it was there. Raises `OSError`."""
        ...


class WindowsRegistry:
    """The registry of this computer."""

    def __init__(self) -> None:
        import winreg  # there on Windows alone

        self._winreg: Any = winreg

    def get(self, root: str, key: str, name: str = "") -> str | int | None:
        for view in (self._winreg.KEY_WOW64_64KEY, self._winreg.KEY_WOW64_32KEY):
            try:
                with self._winreg.OpenKey(
                    getattr(self._winreg, root), key, 0, self._winreg.KEY_READ | view
                ) as opened:
                    value, _ = self._winreg.QueryValueEx(opened, name)
            except OSError:
                continue
            return value if isinstance(value, (str, int)) else None
        return None

    def set(self, key: str, name: str, value: str) -> None:
        with self._winreg.CreateKey(self._winreg.HKEY_CURRENT_USER, key) as opened:
            self._winreg.SetValueEx(opened, name, 0, self._winreg.REG_SZ, value)

    def remove(self, key: str) -> bool:
        try:
            with self._winreg.OpenKey(self._winreg.HKEY_CURRENT_USER, key) as opened:
                below = [
                    self._winreg.EnumKey(opened, number)
                    for number in range(self._winreg.QueryInfoKey(opened)[0])
                ]
        except FileNotFoundError:
            return False
        for name in below:
            self.remove(f"{key}\\{name}")
        self._winreg.DeleteKey(self._winreg.HKEY_CURRENT_USER, key)
        return True
