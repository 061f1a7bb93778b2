"""What the documents promise is there: every link leads somewhere, every make target exists."""

import re

from tests.house.sources import ROOT, files_under, place

DOCUMENTS = [file for file in files_under(ROOT) if file.suffix == ".md"]


def test_every_link_inside_the_project_leads_somewhere():
    dead = [
        f"{place(file)} {target}"
        for file in DOCUMENTS
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8"))
        if not (file.parent / target).exists()
    ]
    assert dead == []


def test_every_make_target_that_is_named_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    unknown = [
        f"{place(file)} make {target}"
        for file in DOCUMENTS
        for target in re.findall(r"(?:`|^ {4})make ([a-z]+)", file.read_text(encoding="utf-8"), re.MULTILINE)
        if target not in targets
    ]
    assert unknown == []
