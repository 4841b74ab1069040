"""What is compressed comes back through a decompressor that is not ours, and as Excel writes it."""

from __future__ import annotations

import string
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office.vba_projects import inflated

from kpixl.hosts.excel.vba.compression import CHUNK_LENGTH, compress

LINES = st.lists(
    st.sampled_from(["    x = x + 1", "End Sub", "Private Sub Go()", "' " + "=" * 60, "", "Dim a As Variant"])
    | st.text(string.printable, max_size=40),
    max_size=400,
).map(lambda lines: "\r\n".join(lines).encode())


@given(LINES)
def test_a_text_comes_back(text: bytes) -> None:
    assert inflated(compress(text)) == text


@given(st.binary(max_size=3 * CHUNK_LENGTH))
def test_any_bytes_come_back_at_most_with_zeros_behind_them(content: bytes) -> None:
    found = inflated(compress(content))
    assert found.startswith(content)
    assert not any(found[len(content) :])


@pytest.mark.parametrize("length", [1, 2, 3, 15, 16, 17, 4095, 4096, 4097, 8191, 8192, 8193, 20000])
@pytest.mark.parametrize("period", [1, 2, 3, 5, 17, 4000])
def test_repetitions_of_every_length_come_back(length: int, period: int) -> None:
    content = (bytes(32 + place % 90 for place in range(period)) * length)[:length]
    assert inflated(compress(content)) == content


def test_nothing_is_a_signature_alone() -> None:
    assert compress(b"") == b"\x01"


def test_a_chunk_of_noise_is_kept_raw() -> None:
    noise = b"".join(struct.pack("<H", number * 40503 % 65536) for number in range(CHUNK_LENGTH // 2))
    compressed = compress(noise)
    assert compressed[3:] == noise
    assert inflated(compressed) == noise


def test_the_example_of_the_specification_comes_back() -> None:
    example = b"#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa"  # MS-OVBA 3.2.2
    assert inflated(compress(example)) == example
