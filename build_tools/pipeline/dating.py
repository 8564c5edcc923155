"""Says what "now" is to a build: its content decides, so that two builds are the same."""

from __future__ import annotations

import datetime

from build_tools.model import dates
from build_tools.model.corpus import Corpus


def moment(corpus: Corpus) -> int:
    """Return the latest date in the editorial data as Unix time: a build's "now"."""
    told = [one.record.value.date for one in corpus.articles]
    told += [
        note.updated or note.created for one in corpus.articles for note in one.notes.value.notes
    ]
    told += [sheet.value.updated for sheet in corpus.terms.values()]
    told += [sheet.value.updated for sheet in corpus.events.values()]
    told += [sheet.value.updated for sheet in corpus.measures.values()]
    told += [sheet.value.updated for sheet in corpus.questions.values()]
    latest = max((dates.parse(one).start for one in told), default=datetime.date(2000, 1, 1))
    return int(datetime.datetime.combine(latest, datetime.time(), datetime.UTC).timestamp())
