"""A record as the lines of a printed protocol, to be compared with the lines of the model text."""

from minutes.markup import plain


def lines(record):
    """All lines in order, layout left out: what stands in two columns is one line with a space between."""
    yield from (record.body.name, record.body.office, record.title, record.subtitle)
    yield f"am {record.date_text}, {record.place_text}"
    yield from (f"{field.label}: {field.value}" for field in record.head)
    yield record.seats_line
    yield "Anwesend:"
    for group in record.attendance:
        yield from _group(group, colon="")
    for group in record.absent:
        yield from _group(group, colon=":")
    yield plain(record.opening)
    yield "Tagesordnung"
    for part in record.parts:
        yield part.heading
        yield from (_joined(line.number, line.title, *_papers(line)) for line in part.agenda)
    for part in filter(lambda part: part.items, record.parts):
        yield part.heading
        for item in part.items:
            yield from item_lines(item)
        yield from part.closing
    yield from filter(None, [plain(record.closing)])
    for signature in record.signatures:
        yield from (signature.name, signature.role)
    if record.annexes:
        yield "Anlagen: " + ", ".join(f"{a.number} {a.title} ({a.note})" for a in record.annexes)


def item_lines(item):
    """The lines of one item."""
    yield _joined(item.label, item.title, *_papers(item))
    if item.rapporteur:
        yield f"Berichterstatter: {item.rapporteur}"
    for section in item.order:
        content = getattr(item, section)
        if section == "decision":
            yield _joined(f"{content.heading}:", content.inline)
            yield from filter(None, [content.intro, plain(content.resolution)])
        elif section == "contributions":
            yield from (plain(contribution.text) for contribution in content)
        elif section == "votes":
            for vote in content:
                yield from _vote(vote)
        else:
            yield from content


def _vote(vote):
    yield f"Form der Abstimmung: {vote.form_text}"
    first, *further = [*vote.result_lines[:-1], _joined(vote.result_lines[-1], vote.counts_text)]
    yield f"Abstimmungsergebnis: {first}"
    yield from further
    yield from (f"{line.heading}: {line.text}" for line in vote.ballots)
    yield from filter(None, [vote.conclusion])


def _group(group, *, colon):
    yield f"{group.heading}{colon}"
    for row in group.rows:
        yield _joined(row.name, f"({row.note})" if row.note else "", row.remark)


def _papers(line):
    return (paper.reference for paper in line.papers)


def _joined(*words):
    return " ".join(word for word in words if word)
