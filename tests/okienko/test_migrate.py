"""The histories of the databases, walked on a house that stands."""

from concurrent.futures import ThreadPoolExecutor

from tests.okienko.conftest import RunningHouse, okienko


def test_two_migrators_do_not_get_in_each_others_way(standing: RunningHouse) -> None:
    arguments = ["migrate", "directory", "--data-dir", str(standing.home.folder)]

    with ThreadPoolExecutor() as both:
        told = list(both.map(lambda _: okienko(*arguments), range(2)))

    assert [done.stdout for done in told] == ["directory: at the head\n"] * 2, told


def test_the_code_and_the_history_agree(standing: RunningHouse) -> None:
    place = ["--data-dir", str(standing.home.folder)]

    walked = okienko("migrate", *place)
    checked = okienko("migrate", "--check", *place)

    assert walked.returncode == 0, walked.stderr
    assert checked.returncode == 0, checked.stderr


def test_a_name_that_is_no_process_is_refused(standing: RunningHouse) -> None:
    told = okienko("migrate", "accounts", "--data-dir", str(standing.home.folder))

    assert told.returncode == 1
    assert "There is no process 'accounts'" in told.stderr
