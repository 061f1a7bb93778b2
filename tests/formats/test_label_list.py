"""A list of labels: a line each, and every line that can't be read is named."""

from pathlib import Path

import pytest

from pos.domain.label_refusals import BadLabelWish
from pos.formats.faults import BadEncoding, BadFile, EmptyFile, FileTooLarge
from pos.formats.label_list import LabelLine, read_label_list


def written(folder: Path, content: bytes) -> Path:
    file = folder / "labels.txt"
    file.write_bytes(content)
    return file


def test_a_line_names_a_product_and_how_many_labels(tmp_path: Path):
    file = written(tmp_path, "\ufeffJK-001=3\r\n\n# comentario\n MP-027 \n2000000000015;2\nCB-001\t7\nES-1,1".encode())
    assert read_label_list(file) == (
        LabelLine(1, "JK-001", 3),
        LabelLine(4, "MP-027", None),
        LabelLine(5, "2000000000015", 2),
        LabelLine(6, "CB-001", 7),
        LabelLine(7, "ES-1", 1),
    )


def test_every_line_that_says_neither_is_named(tmp_path: Path):
    with pytest.raises(BadFile) as bad:
        read_label_list(written(tmp_path, b"JK-001=3\n=3\nJK 001\nJK-001=x\nJK-001=-1\nJK-001=3=4"))
    assert bad.value.file == "labels.txt"
    assert [place for place, _ in bad.value.faults] == ["line 2", "line 3", "line 4", "line 5", "line 6"]
    assert {type(refusal) for _, refusal in bad.value.faults} == {BadLabelWish}


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", EmptyFile), (b"# nothing\n\n", EmptyFile), (b"JK-\xff", BadEncoding), (b"A\n" * 2**21 + b"B", FileTooLarge)],
    ids=["empty", "comments", "not utf-8", "large"],
)
def test_a_file_that_is_no_list_is_refused_as_a_whole(tmp_path: Path, content: bytes, why: type[Exception]):
    with pytest.raises(BadFile) as bad:
        read_label_list(written(tmp_path, content))
    assert [type(refusal) for _, refusal in bad.value.faults] == [why]


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(BadFile, match="unreadable"):
        read_label_list(tmp_path / "gone.txt")
