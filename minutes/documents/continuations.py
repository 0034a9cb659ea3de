"""Which blocks of a laid-out document go on from one page to the next.

WeasyPrint tags each page by itself, so a paragraph that breaks becomes two. The layout knows that both are one element.
"""

import itertools
from typing import Any


def continuations(document: Any) -> tuple[int, ...]:
    """For each page but the first: how many nested structure elements at its top continue the page before.

    ``document`` is a rendered ``weasyprint.Document``. 0: nothing continues; 3: a section, a list and its entry, say.
    """
    # The page boxes are WeasyPrint's own, not public: the tests fail if a release lays them out differently.
    roots = [_root(page._page_box) for page in document.pages]
    return tuple(
        _shared(_spine(before, last=True), _spine(after, last=False)) for before, after in itertools.pairwise(roots)
    )


def _root(page_box: Any) -> Any:
    """The box of ``<html>`` on a page, beside which only margin boxes stand."""
    return next(child for child in page_box.children if child.element_tag == "html")


def _spine(box: Any, *, last: bool) -> list[Any]:
    """The HTML elements of the blocks at one end of a page, outermost first, as often as the structure has each."""
    spine: list[Any] = []
    while True:
        if box.element_tag not in ("html", "body"):
            spine.extend([box.element] * (2 if box.element_tag == "li" else 1))
        # Cells of a row that breaks go on side by side, so at the row the line of descent ends.
        if box.element_tag == "tr":
            return spine
        if getattr(box, "is_table_wrapper", False):
            box = box.get_wrapped_table()
        children = [child for child in box.children if child.is_in_normal_flow()]
        child = children[-1 if last else 0] if children else None
        # Lines and anonymous boxes bear the element of the block that they are in.
        if child is None or child.element is box.element:
            return spine
        box = child


def _shared(before: list[Any], after: list[Any]) -> int:
    depth = 0
    for one, other in zip(before, after, strict=False):
        if one is not other:
            break
        depth += 1
    return depth
