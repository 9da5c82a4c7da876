from rolcheck.base.shipped import shipped


def test_the_shipped_criteria_are_found() -> None:
    assert (shipped("criteria") / "general.toml").is_file()
