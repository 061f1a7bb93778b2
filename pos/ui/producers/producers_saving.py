"""One unit's settlement, as a sheet that is kept where a person says or as a strip, and how that went."""

from PySide6.QtWidgets import QWidget

from pos.domain.documents import SettlementPaper
from pos.domain.refusals import Refusal
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.choosers import PaperPlaces
from pos.ui.messages import Message, Tone, told
from pos.ui.producers.producers_papers import file_trouble, save_one
from pos.ui.session import Session


def save_for(parent: QWidget, desk: Desk, session: Session, unit: str, places: PaperPlaces) -> Message | None:
    """Ask where to, write the sheet and open it to be printed; gives what to say, None where nothing was chosen."""
    texts, exhibition = desk.texts, session.exhibition.id
    target = places.file(parent, f"{exhibition}-{unit}.pdf")
    if target is None:
        return None
    target = target.with_name(f"{target.name}.pdf") if target.suffix.lower() != ".pdf" else target
    try:
        there = save_one(desk, exhibition, unit, target)
    except (Refusal, BooksUnavailable) as trouble:
        return told(trouble, texts)
    except OSError as error:
        return file_trouble(error, texts)
    if not there:
        return Message(Tone.HELP, texts._("There is nothing to settle yet."))
    places.show(target)
    return Message(Tone.HELP, texts._("The sheet is saved."), str(target))


def strip_for(desk: Desk, session: Session, unit: str) -> tuple[SettlementPaper | None, Message]:
    """The settlement to be printed as a strip, None where there is none, and what to say."""
    texts, exhibition = desk.texts, session.exhibition.id
    try:
        papers = desk.papers.settlements(exhibition, desk.clock.now(), texts.language)
    except (Refusal, BooksUnavailable) as trouble:
        return None, told(trouble, texts)
    settlement = next((paper for paper in papers if paper.unit == unit), None)
    if settlement is None:
        return None, Message(Tone.HELP, texts._("There is nothing to settle yet."))
    return settlement, Message(Tone.HELP, texts._("Two papers to sign go to the printer."))
