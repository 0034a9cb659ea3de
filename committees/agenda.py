"""Room: committees. The order of an agenda: a tree of items whose positions are unique and follow its branches.

Items are moved among their siblings: the items under the same parent, or the top items of the same part. What lies
below a moved item goes with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from .models import AgendaItem, RuleProfile, Session
from .numbering import Entry, Number, agenda_numbers

# Positions are unique at every moment: a new order is written above this shelf first.
_SHELF = 10_000


def numbers(session: Session, items: Iterable[AgendaItem] | None = None) -> dict[UUID, Number]:
    """The number of each item, by its key. `items`: all of the session in their order, if they were read already."""
    rows = session.items.order_by("position") if items is None else items
    by_part = session.committee.body.profile.numbering == RuleProfile.Numbering.BY_PART
    entries = (Entry(item.pk, item.parent_id, item.is_public) for item in rows)
    return agenda_numbers(entries, by_part=by_part)  # type: ignore[return-value]  # the keys are those of the items


@dataclass(slots=True)
class Tree:
    """The items of a session by their parent (None: the top), each list in order."""

    branches: dict[UUID | None, list[AgendaItem]]

    @classmethod
    def of(cls, items: Iterable[AgendaItem]) -> "Tree":
        branches: dict[UUID | None, list[AgendaItem]] = {}
        for item in items:
            branches.setdefault(item.parent_id, []).append(item)
        return cls(branches)

    def below(self, item: AgendaItem) -> list[AgendaItem]:
        """All items under an item, at any depth, in order."""
        return [row for child in self.branches.get(item.pk, []) for row in [child, *self.below(child)]]

    def siblings(self, item: AgendaItem) -> list[AgendaItem]:
        """The items among which an item can be moved, itself included."""
        rows = self.branches[item.parent_id]
        return [row for row in rows if row.is_public == item.is_public]

    def in_order(self) -> list[AgendaItem]:
        return [row for top in self.branches.get(None, []) for row in [top, *self.below(top)]]


@transaction.atomic
def add(item: AgendaItem, *, at_end: bool = False) -> AgendaItem:
    """Save a new top item as the last one of its part, or of the whole agenda."""
    items = _locked_items(item.session)
    item.position = max((row.position for row in items), default=0) + 1
    item.save(force_insert=True)
    if not at_end:
        tree = Tree.of([*items, item])
        _append_to_part(tree, item)
        _write(tree)
    return item


@transaction.atomic
def move(item: AgendaItem, *, to: int) -> None:
    """Put an item at the place `to` among its siblings, counted from 0; beyond the ends it goes to the end."""
    tree, item = _tree_with(item)
    siblings = tree.siblings(item)
    moved = [row for row in siblings if row.pk != item.pk]
    moved.insert(max(0, min(to, len(moved))), item)
    # Of the other part, every item keeps its place.
    places = iter(moved)
    keys = {row.pk for row in siblings}
    rows = tree.branches[item.parent_id]
    tree.branches[item.parent_id] = [next(places) if row.pk in keys else row for row in rows]
    _write(tree)


@transaction.atomic
def move_by(item: AgendaItem, steps: int) -> None:
    """Move an item up (-1) or down (1) among its siblings."""
    tree, item = _tree_with(item)
    move(item, to=tree.siblings(item).index(item) + steps)


@transaction.atomic
def indent(item: AgendaItem) -> None:
    """Put an item under the one before it, as its last sub-item. Raises ValidationError for the first one."""
    tree, item = _tree_with(item)
    siblings = tree.siblings(item)
    place = siblings.index(item)
    if place == 0:
        raise ValidationError(_("There is no item before “%(title)s” under which it could go.") % {"title": item.title})
    tree.branches[item.parent_id].remove(item)
    _put_under(item, siblings[place - 1])
    tree.branches.setdefault(item.parent_id, []).append(item)
    _write(tree)


@transaction.atomic
def outdent(item: AgendaItem) -> None:
    """Put a sub-item behind the item that it belongs under. Raises ValidationError for a top item."""
    tree, item = _tree_with(item)
    by_key = {row.pk: row for row in tree.in_order()}
    if item.parent_id is None:
        raise ValidationError(_("“%(title)s” belongs under no other item.") % {"title": item.title})
    parent = by_key[item.parent_id]
    tree.branches[parent.pk].remove(item)
    _put_under(item, by_key.get(parent.parent_id))
    level = tree.branches[item.parent_id]
    level.insert(level.index(parent) + 1, item)
    _write(tree)


@transaction.atomic
def set_publicity(item: AgendaItem, *, is_public: bool, keep_order: bool = False) -> None:
    """Make a top item and all below it public or not; it goes to the end of its new part unless the order is fixed.

    Raises ValidationError for a sub-item: it is public if its parent is.
    """
    tree, item = _tree_with(item)
    if item.parent_id:
        raise ValidationError(_("A sub-item is public if the item above it is."))
    branch = [item, *tree.below(item)]
    # One by one: nothing public may ever stand under something that is not.
    for row in branch if is_public else reversed(branch):
        row.is_public = is_public
        row.save(update_fields=["is_public"])
    if not keep_order:
        _append_to_part(tree, item)
        _write(tree)


@transaction.atomic
def put_part_first(session: Session, *, is_public: bool) -> None:
    """Begin with the public or with the non-public part; either may come first."""
    tree = Tree.of(_locked_items(session))
    tree.branches[None] = sorted(tree.branches.get(None, []), key=lambda item: item.is_public != is_public)
    _write(tree)


@transaction.atomic
def remove(item: AgendaItem) -> None:
    """Delete an item without sub-items and close the gap."""
    tree, item = _tree_with(item)
    tree.branches[item.parent_id].remove(item)
    item.delete()
    _write(tree)


def _locked_items(session: Session) -> list[AgendaItem]:
    """The items in order, while nobody else can change that order."""
    Session.objects.select_for_update().get(pk=session.pk)
    return list(AgendaItem.objects.filter(session=session).order_by("position"))


def _tree_with(item: AgendaItem) -> tuple[Tree, AgendaItem]:
    items = _locked_items(item.session)
    return Tree.of(items), next(row for row in items if row.pk == item.pk)


def _put_under(item: AgendaItem, parent: AgendaItem | None) -> None:
    item.parent = parent
    AgendaItem.objects.filter(pk=item.pk).update(parent=item.parent)


def _append_to_part(tree: Tree, item: AgendaItem) -> None:
    top = [row for row in tree.branches[None] if row.pk != item.pk]
    part = [place for place, row in enumerate(top, start=1) if row.is_public == item.is_public]
    top.insert(part[-1] if part else len(top), item)
    tree.branches[None] = top


def _write(tree: Tree) -> None:
    """Number the positions of all items from 1; whoever stays in place is not touched."""
    changed = []
    for position, item in enumerate(tree.in_order(), start=1):
        if item.position != position:
            item.position = position
            changed.append(item)
    if changed:
        AgendaItem.objects.filter(pk__in=[item.pk for item in changed]).update(position=F("position") + _SHELF)
        AgendaItem.objects.bulk_update(changed, ["position"])
