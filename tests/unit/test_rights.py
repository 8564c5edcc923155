"""The rights guard: copied words are found wherever they hide, our own are left alone."""

from __future__ import annotations

import json

import pytest

from build_tools.model.record import Rights
from build_tools.model.source import Block, BlockKind, SourceText
from build_tools.rights import Guarded, guard, is_published
from build_tools.rights.guard import bare
from build_tools.rights.passages import words_of

STATEMENT = "http://rightsstatements.org/vocab/InC/1.0/"
WORDS = [f"word{number}" for number in range(200)]


def source() -> SourceText:
    block = Block(kind=BlockKind.PARAGRAPH, text=" ".join(WORDS))
    return SourceText(
        title=None,
        authors=(),
        outlet=None,
        date=None,
        language="en",
        url=None,
        blocks=(block,),
        stripped=(),
    )


def codes(path: str, content: str, **limits: float) -> list[str]:
    rights = Rights(statement=STATEMENT, **limits)  # type: ignore[arg-type]
    texts = {"a": Guarded("a", source(), rights)}
    return [one.code for one in guard([(path, content)], texts)]


def run(count: int, start: int = 40) -> str:
    return " ".join(WORDS[start : start + count])


@pytest.mark.parametrize(
    ("count", "found"), [(12, []), (13, ["CR501"])], ids=["at the limit", "beyond it"]
)
def test_running_text_may_copy_twelve_words(count: int, found: list[str]) -> None:
    assert codes("page.html", f"<p>We say {run(count)} here.</p>") == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("<q>{}</q>", []),
        ("<blockquote><p>{}</p></blockquote>", []),
        ("“{}”", []),
        ("{}", ["CR501"]),
    ],
)
def test_a_marked_quotation_may_be_longer(marked: str, found: list[str]) -> None:
    html = f"<p>As it says {marked.format(run(15))} so be it.</p>"
    assert codes("page.html", html, quoted_share=0.5) == found


def test_a_marked_quotation_has_its_limit() -> None:
    assert codes("page.html", f"<q>{run(26)}</q>", quoted_share=0.5) == ["CR501"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p>{0}</p>",
        "<p><b>{1}</b> {2}</p>",
        '<p><a href="x">{1}</a><sup>3</sup> {2}</p>',
        '<meta content="{0}">',
        '<img alt="{0}">',
        "<td>{0}</td>",
        "<p>&#32;{0}</p>",
        "<P>{3}</P>",
    ],
)
def test_copies_are_found_wherever_they_hide(hidden: str) -> None:
    whole, first, second = run(16), run(14), run(14, 54)
    html = hidden.format(whole, first, second, whole.upper().replace(" ", ", "))
    assert "CR501" in codes("page.html", html, quoted_share=0.5)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("data/x.json", json.dumps({"a": [{"text": run(14)}]})),
        ("search/search_index.json", json.dumps({"text": f"<p>{run(14)}</p>"})),
        ("feed.xml", f"<summary>{run(14)}</summary>"),
        ("notes.txt", run(14)),
        ("cite/x.bib", f"@online{{x:n-1,\n  abstract = {{{run(7)} \\& {run(7, 47)}}},\n}}"),
        ("cite/x.ris", f"TY  - ELEC\nAB  - {run(14)}\nER  - \n"),
        ("cite/x.json", json.dumps([{"id": "x:n-1", "abstract": run(14)}])),
        ("feed.xml", f'<entry><content type="html">&lt;p&gt;{run(14)}&lt;/p&gt;</content></entry>'),
        ("robots.txt", f"# {run(14)}"),
        ("sitemap.xml", f"<urlset><url><loc>https://a.example/{run(14)}</loc></url></urlset>"),
        ("a.html", f'<script type="application/ld+json">{{"text":"{run(14)}"}}</script>'),
        ("a.html", f'<span class="Z3988" title="rft.title={run(14).replace(" ", "%20")}"></span>'),
        ("a.html", f'<meta property="og:description" content="{run(14)}">'),
    ],
)
def test_downloads_are_read_too(path: str, content: str) -> None:
    assert codes(path, content, quoted_share=0.5) == ["CR501"]


def test_quotations_in_downloads_are_marked_by_their_field() -> None:
    content = json.dumps({"selector": {"exact": run(14)}})
    assert codes("data/annotations.jsonld", content, quoted_share=0.5) == []


def test_all_quotations_together_have_a_limit() -> None:
    pieces = [f"<q>{run(3, start)}</q>" for start in range(0, 70, 10)]  # 21 of 200 words
    assert codes("page.html", f"<p>{' and '.join(pieces)}</p>") == ["CR502"]
    assert codes("page.html", f"<p>{' and '.join(pieces[:6])}</p>") == []


def test_the_same_words_quoted_twice_count_once() -> None:
    html = f"<p>{' '.join([f'<q>{run(10)}</q>'] * 5)}</p>"
    assert codes("page.html", html) == []


def test_a_name_is_no_quotation_but_may_not_hide_a_run() -> None:
    name = run(30, 100)
    rights = Rights(statement=STATEMENT, quoted_run=40)
    for names, html, found in (
        (frozenset[str](), f"<q>{name}</q>", ["CR502"]),
        (frozenset({name}), f"<q>{name}</q>", []),
        (frozenset({run(3, 45)}), f"<p>{run(14)}</p>", ["CR501"]),
    ):
        texts = {"a": Guarded("a", source(), rights, names)}
        assert [one.code for one in guard([("page.html", html)], texts)] == found


def test_a_bare_figure_is_a_fact_and_a_long_one_is_not() -> None:
    assert bare(["134 deaths", "5 Japanese nationals", "a huddle of 12 experts"]) == [
        "134 deaths",
        "5 Japanese nationals",
    ]


def test_a_single_word_in_quotation_marks_belongs_to_nobody() -> None:
    html = "".join(f"<p>the word “{word}”</p>" for word in WORDS[:30])
    assert codes("page.html", html) == []


def test_words_on_either_side_of_a_quotation_do_not_run_together() -> None:
    html = f"<p>{run(8)} <q>{run(8, 48)}</q> {run(8, 56)}</p>"
    assert codes("page.html", html, quoted_share=0.5) == []


def spread(mark: str) -> str:
    """Return a run with something inside each word."""
    return " ".join(f"{word[:2]}{mark}{word[2:]}" for word in WORDS[40:56])


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u2060", "\ufeff", "\U000e0100", "\u0332"])
@pytest.mark.parametrize("form", ["<p>{}</p>", "{}"], ids=["page", "text"])
def test_what_nobody_sees_hides_no_word(mark: str, form: str) -> None:
    path = "page.html" if form.startswith("<") else "notes.txt"
    assert "CR501" in codes(path, form.format(spread(mark)), quoted_share=0.5)
    assert "CR501" in codes(path, form.format(spread(f"&#{ord(mark)};")), quoted_share=0.5) or (
        path == "notes.txt"
    )


@pytest.mark.parametrize("first", [0xFF41, 0x1D41A], ids=["full width", "mathematical"])
def test_another_shape_of_a_letter_is_the_same_letter(first: int) -> None:
    letters = {ord("a") + at: first + at for at in range(26)}
    assert codes("a.html", f"<p>{run(14).translate(letters)}</p>", quoted_share=0.5) == ["CR501"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("word,word.word", ["word", "word", "word"]),
        ("9.4 per cent of 1,203", ["9.4", "per", "cent", "of", "1,203"]),
        ("the U.S. isn’t the UK", ["the", "u.s", "isn't", "the", "uk"]),
        ("isn`t isnʼt ISN'T", ["isn't", "isn't", "isn't"]),
        ("Straße café", ["strasse", "cafe"]),
    ],
)
def test_words_are_told_apart(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    "between",
    [
        '<sup class="cr-ref-s" data-search-exclude>\u2060<a href="#n">3</a></sup>',
        "<sup>3</sup>",
        " <b data-search-exclude>12</b>",
        '<sup class="cr-ref-s"><sup>1</sup>4</sup>',
        "<!-- no -->",
        "<br>",
    ],
)
def test_what_is_no_running_text_does_not_cut_a_run(between: str) -> None:
    html = f"<p>{run(8)}{between} {run(8, 48)}</p>"
    assert codes("page.html", html, quoted_share=0.5) == ["CR501"]


def test_what_is_no_running_text_is_read_too() -> None:
    html = f"<p>We say <b data-search-exclude>{run(13)}</b> here.</p>"
    assert codes("page.html", html, quoted_share=0.5) == ["CR501"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p>He <q>says</p><p>{}</p>",
        "<div><blockquote><p>He says</div><p>{}</p>",
        "<template><p>x</template><p>{}</p>",
        "<template><p>{}</p>",
        "<style>p {{}}</style><p>{}</p>",
        "<style>p<p>{}</p>",
        "<script>var a = 1;<p>{}</p>",
        "<title>x<p>{}</p>",
        "<textarea>{}",
        "<p>x <b {}",
        "<b {}>x</b>",
        "<!-- {} -->",
        "<!-- {}",
        "<![CDATA[{}]]>",
        "<![if x]>{}",
        "<?x {}?>",
        '<script type="application/ld+json">{{"{}": 1}}</script>',
        "<script>say('{}')</script>",
        '<p data-tip="{}">x</p>',
        '<iframe srcdoc="<p>{}</p>">',
        "<li><p>x</p>{}",
        *(
            f'<i {name}="{{}}">x</i>'
            for name in (
                *("placeholder", "value", "aria-description", "label", "title", "alt"),
                *("content", "aria-label"),
            )
        ),
    ],
)
def test_nothing_in_a_page_is_out_of_sight(hidden: str) -> None:
    found = codes(
        "page.html", hidden.replace("{{", "{").replace("}}", "}").replace("{}", run(14), 1)
    )
    assert "CR501" in found


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.json", json.dumps({run(14): 1})),
        ("a.json", json.dumps(f"a < b {run(14)} > c")),
        ("a.json", json.dumps(f"a <b {run(14)} > c")),
        ("a.json", json.dumps(f"<p>{run(7)} <b>{run(7, 47)}</b></p>")),
        ("a.json", "{" + run(14)),
        ("a.js", f"say('{run(14)}')"),
        ("search/search_index.js", f'var __index = {{"text": "<p>{run(14)}</p>"}};'),
        ("a.js", "x = '" + r"\n".join(WORDS[40:54]) + "'"),
        ("a.js", "x = '" + r" \u0077".join(["", *(one[1:] for one in WORDS[40:54])]) + "'"),
        ("a.svg", f"<svg><title>x</title><text>{run(14)}</text></svg>"),
        ("a.xml", f"<feed><content>&lt;p&gt;{run(7)} &lt;b&gt;{run(7, 47)}</content></feed>"),
        ("a.xml", f"<feed><content><![CDATA[<p>{run(14)}</p>]]></content></feed>"),
        ("a.ics", f"DESCRIPTION:{run(7)} wor\r\n d47\\, {run(6, 48)}"),
        ("a.txt", run(14).replace(" ", ",")),
        ("a.txt", ".".join(WORDS[40:54])),
        ("a.TXT", run(14)),
    ],
)
def test_every_kind_of_download_is_read(path: str, content: str) -> None:
    assert codes(path, content, quoted_share=0.5) == ["CR501"]


@pytest.mark.parametrize(
    "content",
    [f"<p>As it says, <q>{run(15)}</q></p>", f"<blockquote>{run(15)}</blockquote>", f"“{run(15)}”"],
)
def test_a_quotation_in_a_download_is_marked_as_in_a_page(content: str) -> None:
    assert codes("search.json", json.dumps({"text": content}), quoted_share=0.5) == []


def test_words_of_a_nested_quotation_belong_to_it() -> None:
    html = f"<p><q>{run(7)} <sup>2</sup> <q>{run(7, 60)}</q></q> and {run(12, 80)}</p>"
    assert codes("page.html", html, quoted_share=0.5) == []


@pytest.mark.parametrize(
    ("path", "read"),
    [
        *((f"data/a.{kind}", True) for kind in ("json", "jsonld", "xml", "txt", "csv", "md")),
        *((f"a.{kind}", True) for kind in ("html", "HTML", "ics", "svg", "js", "css")),
        *((f"cite/a.{kind}", True) for kind in ("bib", "ris", "json")),
        *((name, True) for name in ("feed.xml", "robots.txt", "sitemap.xml")),
        ("social-card.png", False),
        ("assets/javascripts/bundle.js", False),
        ("assets/stylesheets/main.css", False),
        ("assets/stylesheets/main.css.map", False),
        ("assets/essay.html", True),
        ("reader/assets/x.js", True),
        ("assets/images/favicon.png", False),
        ("sitemap.xml.gz", False),
    ],
)
def test_what_the_guard_reads(path: str, *, read: bool) -> None:
    assert is_published(path) is read
