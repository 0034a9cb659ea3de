"""Small worlds that are served through OParl."""

from tests import cast


def session_with_a_secret(place: cast.County) -> cast.Room:
    """A session with two public items and one that is not."""
    room = cast.session(place, items=3, members=("Kohl", "Merten"))
    room.items[2].title, room.items[2].is_public = "Grundstück am Bach", False
    room.items[2].save()
    return room
