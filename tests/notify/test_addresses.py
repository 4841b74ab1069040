"""Where messages go: names in a file or the environment, or a URL itself; and no URL is ever shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpixl.errors import UsageError
from kpixl.i18n import LANGUAGES, Message
from kpixl.notify.addresses import MOST_BYTES, VARIABLE, Address, addresses, usual_file

TEAM, HEAD, ROOM = "slack://AAA/BBB/SECRET", "mailtos://user:SECRET@example.com", "json://127.0.0.1/SECRET"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "notify.toml"
    path.write_text(f'team = "{TEAM}"\n"営業" = ["{HEAD}", "{ROOM}"]\n', encoding="utf-8")
    return path


def test_a_name_in_the_file_stands_for_one_url_or_for_several(file: Path) -> None:
    assert addresses(["team", "営業"], file, {}) == (
        Address("team", TEAM),
        Address("営業", HEAD),
        Address("営業", ROOM),
    )


def test_the_environment_gives_names_too_and_comes_first(file: Path) -> None:
    environment = {VARIABLE: f"team={ROOM}\n{HEAD}"}
    assert addresses(["team", "default"], file, environment) == (
        Address("team", ROOM),
        Address("default", HEAD),
    )


def test_a_url_stands_for_itself_and_is_called_by_its_place(tmp_path: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert addresses([TEAM], None, environment) == (Address(Message.of("notify.given_url", place=1), TEAM),)


def test_a_place_that_is_named_twice_gets_one_message(file: Path) -> None:
    assert [address.name for address in addresses(["team", TEAM, "team"], file, {})] == ["team"]


def test_the_usual_file_is_where_settings_are_kept(tmp_path: Path) -> None:
    assert usual_file({"XDG_CONFIG_HOME": str(tmp_path)}) == tmp_path / "kpixl" / "notify.toml"
    assert usual_file({}).parts[-3:] == (".config", "kpixl", "notify.toml")


def test_the_usual_file_is_read_when_no_other_is_named(tmp_path: Path) -> None:
    place = tmp_path / "kpixl"
    place.mkdir()
    (place / "notify.toml").write_text(f'team = "{TEAM}"', encoding="utf-8")
    assert addresses(["team"], None, {"XDG_CONFIG_HOME": str(tmp_path)}) == (Address("team", TEAM),)


def test_an_address_does_not_show_its_url() -> None:
    assert "SECRET" not in repr(Address("team", TEAM))


@pytest.mark.parametrize(
    ("asked", "content", "variable", "said"),
    [
        (["tean"], 'team = "x://SECRET"', "", "no name that is known; known are: team."),
        (["slack:/SECRET"], 'team = "x://SECRET"', "", "no name that is known"),
        (["SECRET"], "", "", "enter its name and URL in the variable KPIXL_NOTIFY_URLS or the file"),
        (["team"], 'team = "SECRET"', "", "write UTF-8 TOML"),
        (["team"], "team = 7", "", "write UTF-8 TOML"),
        (["team"], "[team]\nurl = 'x://SECRET'", "", "write UTF-8 TOML"),
        (["team"], "team = x://SECRET", "", "write UTF-8 TOML"),
        (["team"], "team = '\udcff'", "", "write UTF-8 TOML"),
        (["team"], "# SECRET" + " " * MOST_BYTES, "", "up to 64 KB"),
        (["team"], "a = " + "[" * 50_000, "", "write UTF-8 TOML"),
        (["team"], "", "team=SECRET", "Entry 1 of the variable KPIXL_NOTIFY_URLS cannot be read"),
        (["team"], "", "x://a SECRET", "Entry 2 of the variable"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_that_repeats_no_secret(
    tmp_path: Path, asked: list[str], content: str, variable: str, said: str
) -> None:
    path = tmp_path / "notify.toml"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError) as refusal:
        addresses(asked, path, {VARIABLE: variable})
    assert said in refusal.value.text("en")
    assert not any("SECRET" in refusal.value.text(language) for language in LANGUAGES)
    assert refusal.value.__suppress_context__ or refusal.value.__context__ is None


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file of addresses"):
        addresses(["team"], tmp_path / "none.toml", {})


def test_a_folder_is_no_file_of_addresses(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the file of addresses cannot be read"):
        addresses(["team"], tmp_path, {})
