"""The last look at a built site: what must not be put on the web is told from what may."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.cli import main
from build_tools.deploying import deployable, page, vetting
from build_tools.model.problem import Problem
from build_tools.sources.workplace import Workplace

CLOSED, OPEN = "quillane-2025-towpath", "ostrick-2025-toll"
ADDRESS = "https://canal.example/reader/"
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title>
<link rel="canonical" href="https://canal.example/reader/{name}">
<link rel="stylesheet" href="../reader/reader.css"><script src="../reader/chrome.js"></script>
</head><body><svg xmlns="http://www.w3.org/2000/svg"><use href="#a"></use></svg>
<p>Our digest. <a href="https://elsewhere.example/source">A source</a>
<a href="mailto:us@canal.example">Write</a> <img src="data:image/png;base64,AAAA" alt=""></p>
{more}
</body></html>
"""


@pytest.fixture
def place(canal: Workplace) -> Workplace:
    """The canal corpus without its source texts, as a workflow finds it."""
    shutil.rmtree(canal.sources)
    return canal


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that may be published."""
    folder = tmp_path / "site"
    (folder / "data").mkdir(parents=True)
    (folder / "articles").mkdir()
    for name in ("index.html", "404.html", f"articles/{CLOSED}.html", f"articles/{OPEN}.html"):
        write(folder, name)
    said = [
        {"id": CLOSED, "custom": {"edition": "digest"}},
        {"id": OPEN, "custom": {"edition": "full"}},
        {"id": "halewell-2025-wardens", "custom": {"edition": "full"}},
    ]
    (folder / "data" / "articles.json").write_text(json.dumps(said), encoding="utf-8")
    (folder / "reader").mkdir()
    (folder / "reader" / "reader.css").write_text("p { color: red }", encoding="utf-8")
    locations = f"<urlset><url><loc>{ADDRESS}index.html</loc></url></urlset>"
    (folder / "sitemap.xml").write_text(locations, encoding="utf-8")
    return folder


def write(site: Path, name: str, more: str = "") -> None:
    (site / name).write_text(PAGE.format(name=name, more=more), encoding="utf-8")


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [one.code for one in problems]


def paragraphs(slug: str) -> list[str]:
    """Return the words of an invented op-ed, as a page would show them."""
    corpus = Path(__file__).parents[1] / "corpus" / "canal"
    desk = pipeline.read(Workplace(corpus=corpus / "annotations", sources=corpus / "sources"))
    return [one.text for one in desk.texts[slug].numbered]


def test_a_site_of_digests_may_be_published(place: Workplace, site: Path) -> None:
    assert deployable(place, site) == ()


# Rights: three ways to tell, each enough by itself


def test_what_the_downloads_say_is_enough(place: Workplace, site: Path) -> None:
    path = site / "data" / "articles.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"digest"', '"full"'), encoding="utf-8")
    (problem,) = deployable(place, site)
    assert problem.code == "CR824"
    assert problem.place.path == path.as_posix()
    assert f"`{CLOSED}`" in problem.message


@pytest.mark.parametrize("slug", [CLOSED, "not-in-the-corpus"])
def test_a_paragraph_marked_as_the_op_eds_own_is_enough(
    place: Workplace, site: Path, slug: str
) -> None:
    write(site, f"articles/{slug}.html", '<p class="x cr-full">Its words.</p>')
    (problem,) = deployable(place, site)
    assert problem.code == "CR824"
    assert problem.place.path.endswith(f"articles/{slug}.html")


def test_an_op_ed_that_may_be_published_may(place: Workplace, site: Path) -> None:
    text = "".join(f'<p class="cr-full">{one}</p>' for one in paragraphs(OPEN))
    write(site, f"articles/{OPEN}.html", text)
    assert deployable(place, site) == ()


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("index.html", "<p>{}</p>"),
        (f"articles/{CLOSED}.html", "<p>{}</p>"),
        ("search.js", 'var index = ["<p>{}<\\/p>"];'),
        ("notes.txt", "{}\n"),
    ],
)
def test_the_words_themselves_are_enough_without_source_texts(
    place: Workplace, site: Path, name: str, shape: str
) -> None:
    text = " ".join(shape.format(one) for one in paragraphs(CLOSED))
    if name.endswith(".html"):
        marked = text.replace(" the ", ' <mark>the</mark><sup><a href="#n1">1</a></sup> ')
        write(site, name, marked)
    else:
        (site / name).write_text(text, encoding="utf-8")
    (problem,) = deployable(place, site)
    assert problem.code == "CR824"
    assert problem.place.path == (site / name).as_posix()
    assert "around 6 of 6 quotations" in problem.message


def test_a_private_edition_is_refused_by_either_of_its_marks(place: Workplace, site: Path) -> None:
    write(site, "index.html", '<p class="cr-private">For private study.</p>')
    write(site, f"articles/{OPEN}.html", '<meta name="robots" content="NOINDEX, follow">')
    write(site, "404.html", '<meta name="robots" content="noindex">')  # is no page to be found
    assert codes(deployable(place, site)) == ["CR825", "CR825"]


def test_with_source_texts_the_guard_reads_it_too(canal: Workplace, site: Path) -> None:
    sentence = " ".join(paragraphs(CLOSED)[1].split()[:20])
    write(site, "index.html", f"<p>{sentence}</p>")
    assert "CR501" in codes(deployable(canal, site))


# What a deployment needs


@pytest.mark.parametrize("name", ["index.html", "404.html", "data/articles.json"])
def test_a_site_must_be_whole(place: Workplace, site: Path, name: str) -> None:
    (site / name).unlink()
    (problem,) = deployable(place, site)
    assert problem.code == "CR823"
    assert problem.place.path == (site / name).as_posix()


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"id": "x"}]', "[" * 100_000])
def test_a_download_that_does_not_tell_of_every_article_is_refused(
    place: Workplace, site: Path, text: str
) -> None:
    (site / "data" / "articles.json").write_text(text, encoding="utf-8")
    assert codes(deployable(place, site)) == ["CR823"]


def test_links_and_a_site_too_large_are_refused(
    place: Workplace, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "latest.html").symlink_to(site / "index.html")
    monkeypatch.setattr(vetting, "LARGEST", 100)
    assert codes(deployable(place, site)) == ["CR826", "CR826"]


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:8000/index.html",
        "http://127.0.0.1/a",
        "https://user@LOCALHOST/",
        "http://[::1]:80/",
        "//0.0.0.0:8000/",
        "file:///home/editor/site/index.html",
    ],
)
def test_an_address_of_this_machine_is_refused(place: Workplace, site: Path, address: str) -> None:
    write(site, "index.html", f'<p>Fine.</p>\n<a href="{address}">here</a>')
    write(site, f"articles/{OPEN}.html", f'<a href="{address}">here</a>')
    (problem,) = deployable(place, site)
    assert problem.code == "CR827"
    assert problem.words == address
    assert "also on" in problem.message


@pytest.mark.parametrize("address", ["https://localhost.example/", "https://x.example/file:///a"])
def test_an_address_that_only_looks_like_it_is_fine(
    place: Workplace, site: Path, address: str
) -> None:
    write(site, "index.html", f'<a href="{address}">there</a>')
    assert deployable(place, site) == ()


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://cdn.example/x"></script>',
        "<script src=//cdn.example/x></script>",
        '<link rel="stylesheet" href="https://cdn.example/x">',
        '<link rel="shortcut ICON" href="https://cdn.example/x">',
        '<link rel="preconnect" href="https://cdn.example/x">',
        '<img src="HTTPS://cdn.example/x" alt="">',
        '<img srcset="a.png 1x, https://cdn.example/x 2x" alt="">',
        '<iframe src="https://cdn.example/x"></iframe>',
        '<object data="https://cdn.example/x"></object>',
        '<video poster="https://cdn.example/x"></video>',
        '<audio><source src="https://cdn.example/x"></audio>',
        '<svg><image href="https://cdn.example/x"/><use xlink:href="#a"/></svg>',
        '<svg><use xlink:href="https://cdn.example/x"/></svg>',
        '<p style="background: url(https://cdn.example/x)">x</p>',
        "<style>@import 'https://cdn.example/x';</style>",
        '<style>@font-face { src: url("https://cdn.example/x") }</style>',
        '<meta http-equiv="Refresh" content="3; URL=https://cdn.example/x">',
        '<base href="https://cdn.example/x">',
    ],
)
def test_whatever_a_page_fetches_from_another_host_is_refused(
    place: Workplace, site: Path, markup: str
) -> None:
    write(site, "index.html", markup)
    (problem,) = deployable(place, site)
    assert problem.code == "CR828"
    assert problem.words.lower().endswith("//cdn.example/x")


def test_a_style_sheet_that_fetches_from_another_host_is_refused(
    place: Workplace, site: Path
) -> None:
    path = site / "reader" / "reader.css"
    path.write_text("p { mask: url(data:image/svg+xml,x) } i { mask: url( '//x.example/y' ) }")
    (problem,) = deployable(place, site)
    assert (problem.code, problem.words) == ("CR828", "//x.example/y")
    assert problem.place.path == path.as_posix()


def test_many_pages_with_one_trouble_are_one_problem(place: Workplace, site: Path) -> None:
    for number in range(9):
        write(site, f"p{number}.html", '<script src="https://cdn.example/x"></script>')
    (problem,) = deployable(place, site)
    assert "(also on p1.html, p2.html, p3.html and 5 more)" in problem.message


def test_a_site_built_for_another_address_is_refused(place: Workplace, site: Path) -> None:
    fork = replace(place, address="https://fork.example/reader")
    (problem,) = deployable(fork, site)
    assert problem.code == "CR829"
    assert "like those of 4 more files" in problem.message
    for path in site.rglob("*.html"):
        path.write_text(path.read_text("utf-8").replace("canonical", "x"), encoding="utf-8")
    (site / "sitemap.xml").unlink()
    (problem,) = deployable(fork, site)
    assert (problem.code, problem.place.line) == ("CR829", 1)


def test_a_site_without_an_address_has_none_to_be_held_to(place: Workplace, site: Path) -> None:
    path = place.corpus / "site.yml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(x for x in lines if not x.startswith("address:")), encoding="utf-8")
    assert deployable(place, site) == ()


def test_a_page_is_read_whatever_its_markup() -> None:
    found = page.read("<p>one<sup>2</sup> <a role=doc-noteref>3</a><p>two<style>p{}</style> end")
    assert found.text.split() == ["one", "two", "end"]


# The command


def test_it_ends_with_one_and_names_page_and_code(
    place: Workplace, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["deployable", "--corpus", str(place.corpus), "--site-dir", str(site)]
    assert main(arguments) == 0
    write(site, "index.html", '<p class="cr-private">For private study.</p>')
    assert main(arguments) == 1
    assert f"{(site / 'index.html').as_posix()}:1:1: error CR825" in capsys.readouterr().out


@pytest.mark.parametrize("how", ["option", "environment"])
@pytest.mark.parametrize(
    "address",
    ["canal.example", "ftp://canal.example/", "https://", "https://a b/", "https://a/?b", "x:y"],
)
def test_what_is_no_address_of_a_site_is_wrong_use(
    place: Workplace, site: Path, monkeypatch: pytest.MonkeyPatch, how: str, address: str
) -> None:
    arguments = ["deployable", "--corpus", str(place.corpus), "--site-dir", str(site)]
    if how == "option":
        arguments += ["--address", address]
    else:
        monkeypatch.setenv("CROSSREAD_ADDRESS", address)
    assert main(arguments) == 2


def test_the_address_may_come_from_option_or_environment_and_may_be_empty(
    place: Workplace, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["deployable", "--corpus", str(place.corpus), "--site-dir", str(site)]
    monkeypatch.setenv("CROSSREAD_ADDRESS", "")
    assert main(arguments) == 0
    monkeypatch.setenv("CROSSREAD_ADDRESS", "https://fork.example/")
    assert main(arguments) == 1
    assert main([*arguments, "--address", "https://canal.example/reader"]) == 0
