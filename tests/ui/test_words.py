"""Text that fits or says that it does not, and figures that shrink."""

from pytestqt.qtbot import QtBot

from pos.ui.look.words import Amount, Words


def test_a_text_that_fits_stands_in_one_line(qtbot: QtBot):
    words = Words("Chullo de alpaca", 18, lines=2)
    qtbot.addWidget(words)
    words.resize(400, 40)
    assert not words.clipped
    assert words.heightForWidth(400) == words.line_height


def test_a_longer_text_takes_as_many_lines_as_it_may_and_then_says_that_it_is_cut(qtbot: QtBot):
    words = Words("Nacimiento vestido con tres llamas y un charango", 18, lines=2)
    qtbot.addWidget(words)
    words.resize(260, 60)
    assert words.heightForWidth(260) == 2 * words.line_height
    assert not words.clipped
    words.resize(120, 60)
    assert words.clipped


def test_a_word_wider_than_its_line_is_broken(qtbot: QtBot):
    words = Words("A" * 60, 18, lines=3)
    qtbot.addWidget(words)
    assert words.heightForWidth(100) == 3 * words.line_height


def test_a_figure_asks_for_its_full_size_and_shrinks_to_what_it_gets(qtbot: QtBot):
    amount = Amount(62, "99.111,00")
    qtbot.addWidget(amount)
    amount.resize(120, 72)
    amount.grab()
    assert amount.minimumSizeHint().width() < 120 < amount.sizeHint().width()
