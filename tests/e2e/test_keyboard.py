"""With nothing but a keyboard: every control is reached, shows where one is, and does its work."""

from support.walker import Walker

_WHERE = """() => {
  const at = document.activeElement;
  // A card shows the focus of the link inside it; a choice is drawn by what stands beside its input.
  const shown = [at, at.closest(".card"), at.nextElementSibling].filter(Boolean);
  const isMarked = (look) => look.outlineStyle !== "none" || look.boxShadow !== "none";
  return {
    name: at.getAttribute("name") || "", value: at.getAttribute("value") || "", text: at.innerText || "",
    isShown: shown.some((one) => isMarked(getComputedStyle(one)) || isMarked(getComputedStyle(one, "::after"))),
  };
}"""


def tab_to(page, *, most: int = 60, **wanted: str) -> None:
    """Press Tab until the focus is on what is wanted; wherever it stops on the way must be seen to be focused."""
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(_WHERE)
        assert here["isShown"] or not here["text"], f"the focus on {here} can't be seen"
        if all(value in here[name] for name, value in wanted.items()):
            return
    raise AssertionError(f"{wanted} was not reached in {most} steps")


def enter(page) -> None:
    """Press Enter where that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_from_the_front_page_to_the_second_page_of_the_form(service, page):
    aino = Walker(page, service.address)
    aino.go("")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    tab_to(page, name="q")
    page.keyboard.type("melu")
    enter(page)
    tab_to(page, text="Meluilmoitus")
    enter(page)
    tab_to(page, name="municipality")
    page.keyboard.type("Porvoo")
    page.keyboard.press("Tab")
    enter(page)
    tab_to(page, text="Tunnistaudu")
    enter(page)
    tab_to(page, text="Aino")
    enter(page)
    tab_to(page, name="accepted")
    page.keyboard.press("Space")
    enter(page)
    tab_to(page, text="Aloita")
    enter(page)
    tab_to(page, name="q-activity_kind")
    page.keyboard.press("Space")
    tab_to(page, name="q-notifier_kind")
    page.keyboard.press("Space")
    tab_to(page, name="do", value="continue")
    enter(page)
    assert aino.step == "activity"


def test_the_error_summary_takes_focus_and_leads_to_the_field(service, page):
    aino = Walker(page, service.address)
    aino.sign_in("Aino")
    aino.start("meluilmoitus", "638")
    aino.go_on()
    assert "error-summary" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "q-activity_kind"
