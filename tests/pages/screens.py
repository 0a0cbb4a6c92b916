"""What people do on a screen of upkeep: press a button, follow a link."""

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import ESCAPED


def press(screen: AppTest, label: str) -> AppTest:
    """The screen after the button of this label was pressed."""
    (button,) = [each for each in screen.button if each.label == label]
    button.click().run()
    assert not screen.exception
    return screen


def labels(screen: AppTest) -> set[str]:
    """What the buttons on the screen say."""
    return {each.label for each in screen.button}


def links(screen: AppTest) -> set[str]:
    """What the links to other screens say, as a person reads it."""
    return {ESCAPED.sub(r"\1", link.proto.label) for link in screen.get("page_link")}
