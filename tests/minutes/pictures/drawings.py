"""What tests look at in a drawing."""

from xml.etree import ElementTree

NAME = "{http://www.w3.org/2000/svg}"


def read(svg: str) -> ElementTree.Element:
    """The drawing, well formed, with title and description."""
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own
    assert root.get("role") == "img"
    assert [child.tag for child in list(root)[:2]] == [f"{NAME}title", f"{NAME}desc"]
    assert root[0].text
    assert "style" not in {name for element in root.iter() for name in element.attrib}
    return root


def size(root: ElementTree.Element) -> tuple[float, float]:
    _x, _y, width, height = map(float, root.get("viewBox").split())
    return width, height


def assert_inside(root: ElementTree.Element) -> None:
    """Nothing is drawn outside of the field."""
    width, height = size(root)
    for rect in root.iter(f"{NAME}rect"):
        x, y, w, h = (float(rect.get(name)) for name in ("x", "y", "width", "height"))
        assert w >= 0
        assert h >= 0
        assert 0 <= x <= x + w <= width + 0.1
        assert 0 <= y <= y + h <= height + 0.1
    for text in root.iter(f"{NAME}text"):
        assert 0 <= float(text.get("x")) <= width
        assert 0 <= float(text.get("y")) <= height
