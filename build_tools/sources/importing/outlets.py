"""Well-known outlets: their names, addresses and the habits of their headlines.

To add an outlet: 1. put a line into `OUTLETS`; 2. add a case in
`tests/cases/importing/outlets.yaml`. Nothing else in the importer knows an outlet.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from build_tools.sources.importing.tidying import tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One newspaper, magazine or site."""

    name: str
    """Name as we print it."""
    domains: tuple[str, ...]
    """Registered domains, subdomains left off."""
    aliases: tuple[str, ...] = ()
    """Other ways it is named; capitals, punctuation and a leading "The" do not count."""
    suffixes: tuple[str, ...] = ()
    """What it, and hardly anyone else, puts behind a headline, dash included."""


OUTLETS = (
    Outlet(name="Al Jazeera", domains=("aljazeera.com",), aliases=("Al Jazeera English", "AJE")),
    Outlet(name="Arab News", domains=("arabnews.com", "arabnews.pk")),
    Outlet(name="Asia Times", domains=("asiatimes.com",)),
    Outlet(name="Associated Press", domains=("apnews.com",), aliases=("AP", "AP News")),
    Outlet(name="BBC", domains=("bbc.co.uk", "bbc.com"), aliases=("BBC News",)),
    Outlet(name="Bloomberg", domains=("bloomberg.com",), aliases=("Bloomberg Opinion",)),
    Outlet(name="Business Recorder", domains=("brecorder.com",)),
    Outlet(name="CNN", domains=("cnn.com",), aliases=("CNN Opinion",)),
    Outlet(name="Daily Times", domains=("dailytimes.com.pk",)),
    Outlet(name="Dawn", domains=("dawn.com",), aliases=("Dawn.com", "Dawn News", "Daily Dawn")),
    Outlet(name="Der Spiegel", domains=("spiegel.de",), aliases=("Spiegel", "Spiegel Online")),
    Outlet(
        name="Eurasia Review",
        domains=("eurasiareview.com",),
        suffixes=("– OpEd", "– Analysis", "– Interview"),
    ),
    Outlet(name="Financial Times", domains=("ft.com",), aliases=("FT",)),
    Outlet(name="Foreign Affairs", domains=("foreignaffairs.com",)),
    Outlet(name="Foreign Policy", domains=("foreignpolicy.com",)),
    Outlet(name="Haaretz", domains=("haaretz.com",)),
    Outlet(name="Hindustan Times", domains=("hindustantimes.com",)),
    Outlet(name="Le Monde", domains=("lemonde.fr",), aliases=("Le Monde.fr",)),
    Outlet(name="Los Angeles Times", domains=("latimes.com",), aliases=("LA Times",)),
    Outlet(name="Modern Diplomacy", domains=("moderndiplomacy.eu",)),
    Outlet(name="Pakistan Observer", domains=("pakobserver.net",)),
    Outlet(name="Politico", domains=("politico.com", "politico.eu")),
    Outlet(name="Project Syndicate", domains=("project-syndicate.org",)),
    Outlet(name="Reuters", domains=("reuters.com",)),
    Outlet(name="South China Morning Post", domains=("scmp.com",), aliases=("SCMP",)),
    Outlet(name="The Atlantic", domains=("theatlantic.com",)),
    Outlet(name="The Conversation", domains=("theconversation.com",)),
    Outlet(name="The Diplomat", domains=("thediplomat.com",)),
    Outlet(name="The Economist", domains=("economist.com",)),
    Outlet(name="The Express Tribune", domains=("tribune.com.pk",)),
    Outlet(name="The Friday Times", domains=("thefridaytimes.com",)),
    Outlet(name="The Guardian", domains=("theguardian.com",), aliases=("Guardian Australia",)),
    Outlet(name="The Hindu", domains=("thehindu.com",)),
    Outlet(name="The Independent", domains=("independent.co.uk",)),
    Outlet(name="The Indian Express", domains=("indianexpress.com",)),
    Outlet(name="The Nation", domains=("nation.com.pk", "thenation.com")),
    Outlet(name="The New York Times", domains=("nytimes.com",), aliases=("NYT", "NY Times")),
    Outlet(name="The News International", domains=("thenews.com.pk",), aliases=("The News",)),
    Outlet(name="The Telegraph", domains=("telegraph.co.uk",), aliases=("Daily Telegraph",)),
    Outlet(name="The Times of India", domains=("indiatimes.com",)),
    Outlet(name="The Wall Street Journal", domains=("wsj.com",), aliases=("WSJ",)),
    Outlet(name="The Washington Post", domains=("washingtonpost.com",), aliases=("WaPo",)),
)

GENERIC_SUFFIXES = frozenset(
    {
        "oped",
        "op ed",
        "opinion",
        "opinions",
        "editorial",
        "commentary",
        "comment",
        "column",
        "analysis",
        "blog",
    }
)
"""Words behind a headline that name its kind, as `tokens` writes them; they tell no outlet."""


def _key(name: str) -> str:
    return " ".join(tokens(name)).removeprefix("the ")


_BY_NAME = {
    _key(name): outlet.name for outlet in OUTLETS for name in (outlet.name, *outlet.aliases)
}
_BY_DOMAIN = {domain: outlet.name for outlet in OUTLETS for domain in outlet.domains}


def by_name(name: str) -> str | None:
    """Return the name we print for a known outlet, or nothing for an unknown one."""
    return _BY_NAME.get(_key(name))


def by_url(url: str) -> str | None:
    """Return the known outlet an address belongs to, or nothing."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    labels = host.split(".")
    return next(
        (name for at in range(len(labels)) if (name := _BY_DOMAIN.get(".".join(labels[at:])))), None
    )


def by_suffix(suffix: str) -> str | None:
    """Return the outlet whose habit a headline's suffix, dash included, is; or nothing."""
    return next((outlet.name for outlet in OUTLETS if suffix in outlet.suffixes), None)
