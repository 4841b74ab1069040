"""Every host gives what the case files say, or the gap is declared; and every declared gap is there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pytest
from conformance.gaps import GAPS, gaps
from conformance.hosts import HOSTS, Results
from functions.case_files import Case, every_case, same

import kpixl

CASES = every_case()
EVERY_HOST = pytest.mark.parametrize("host", HOSTS)
_answers: dict[str, Results] = {}


@pytest.fixture
def answers(host: str, request: pytest.FixtureRequest) -> Results:
    """What the host gives for all cases, asked for once."""
    if host not in _answers:
        _answers[host] = HOSTS[host](CASES, request)
    return _answers[host]


@EVERY_HOST
def test_a_host_gives_what_the_cases_say_but_for_its_gaps(host: str, answers: Results) -> None:
    differing = [
        f"{case}: {answers[str(case)]} instead of {case.result}"
        for case in CASES
        if not gaps(host, case) and not same(answers[str(case)], case.result)
    ]
    assert differing == []


@EVERY_HOST
def test_a_host_has_the_gaps_that_are_declared_of_it(host: str, answers: Results) -> None:
    stale = []
    for gap in (gap for gap in GAPS if gap.host == host):
        for function, cases in groupby(filter(gap.concerns, CASES), lambda case: case.function):
            if all(same(answers[str(case)], case.result) for case in cases):
                stale.append(f"{function}: {gap.reason[:40]}")
    assert not stale, "\n".join(stale)


def test_every_function_is_asked_for_in_every_host() -> None:
    assert {case.function for case in CASES} == set(kpixl.REGISTRY)
    assert len({str(case) for case in CASES}) == len(CASES)


def test_the_gaps_belong_to_hosts_and_concern_some_case() -> None:
    assert {gap.host for gap in GAPS} <= set(HOSTS)
    for gap in GAPS:
        assert _concerned(gap.concerns), gap.reason


def _concerned(concerns: object) -> Sequence[Case]:
    assert callable(concerns)
    return [case for case in CASES if concerns(case)]
