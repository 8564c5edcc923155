"""Lines that stand on pages and are never part of an article, as data.

Each pattern must fit a whole line, capitals aside. A line is examined with marks such as arrows
and bars taken off both ends, and never when it is longer than `LONGEST` words.
"""

from __future__ import annotations

import re

from build_tools.sources.importing.tidying import tokens

LONGEST = 45
"""Words; what is longer is taken for running text."""

_ABOUT = r"(?:\s+(?:about|on|at|in)\s.{1,120})?"

_PATTERNS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "navigation",
        "",
        (
            r"(?:post|article|site|main|primary|posts) navigation",
            r"(?:skip|jump) to (?:main )?(?:content|navigation|search)",
            r"(?:toggle )?(?:main )?(?:menu|navigation)",
            r"(?:previous|next|older|newer)(?: (?:post|article|story|entry|posts|articles|stories|"
            r"entries))(?:\s*:.{1,160})?",
            r"(?:previous|next)\s*:\s.{1,160}",
            r"back to (?:the )?(?:top|home|homepage|news|opinion|articles)",
            r"search(?: for)?\s*:?|search …|search this site.{0,40}",
            r"(?:log|sign) ?in(?: (?:or|/) (?:register|sign ?up))?",
            r"table of contents",
        ),
    ),
    (
        "comments",
        "",
        (
            r"leave a (?:comment|reply)(?: (?:on|to) .{1,160})?(?: cancel reply)?",
            r"cancel reply|post (?:a )?comment|add (?:a |your )?comment|write a comment|submit "
            r"comment",
            r"(?:view|show|hide|load|see)(?: all| more)? comments(?: \(\d+\))?",
            r"\d[\d,.]* (?:comments?|replies|responses?)|no comments(?: yet)?|comments? ?\(\d+\)",
            r"(?:one|\d+) (?:thoughts?|comments?|responses?|replies|reply) (?:on|to) .{1,200}",
            r"comments (?:are )?(?:closed|off|disabled)(?: .{0,60})?",
            r"be the first to (?:comment|reply).{0,60}",
            r"your email address will not be published.{0,80}|required fields are marked.{0,20}",
            r"save my name,? (?:and )?email.{0,120}",
            r"(?:your )?(?:name|e-?mail|website|comment)(?: address)?\s?\*",
            r"notify me of .{1,80}|this site uses akismet.{0,160}",
            r"you must be (?:logged|signed) in to (?:post a )?(?:comment|reply).{0,40}",
            r"(?:log|sign) in to (?:leave a |post a )?(?:comment|reply)",
            r"join the (?:discussion|conversation|debate)",
        ),
    ),
    (
        "read-more",
        "",
        (
            r"(?:also read|read also|must read|read next|see also|more on this|from the "
            r"archives?)\s*(?:[:|–—-]\s*.{1,200})?",
            r"read more(?:\s*[:|–—-]\s*.{1,200}|\s*(?:…|\.{2,})|" + _ABOUT + r")?",
            r"(?:read|continue|keep) (?:reading|the (?:full|original|whole|rest of the|rest of "
            r"this) (?:article|story|post|text|piece))(?: (?:here|at|on) .{1,80}| here)?",
            r"related\s*:\s.{1,200}",
            r"click here(?: (?:to|for) .{1,100})?",
        ),
    ),
    (
        "tags",
        "",
        (
            r"(?:tags?|tagged(?: as| with)?|filed under|posted (?:in|under)|keywords?|topics?|"
            r"categor(?:y|ies))\s*:\s*.{1,300}",
            r"(?:tagged|filed under|posted in)\s[^.]{1,120}",
            r"(?:#\w[\w-]*[\s,]*){2,}|tags",
        ),
    ),
    (
        "newsletter",
        "",
        (
            r"sign(?:ed)? ?up (?:for|to|now|here|today).{0,200}",
            r"subscribe(?: (?:to|now|today|for|here|via)\b.{0,200})?",
            r"(?:get|receive) .{1,160}(?:inbox|newsletter|by e-?mail).{0,60}",
            r"(?:enter|type) your e-?mail.{0,120}|e-?mail address\s*:?",
            r"(?:our |free |daily |weekly )*newsletters?(?: sign-?up)?",
            r"join (?:our|the) .{0,80}(?:newsletter|mailing list|whatsapp|telegram|channel|"
            r"readers).{0,60}",
            r"(?:follow|like|find|join|connect with) us (?:on|at|via)\s.{1,100}",
            r"(?:download|get) (?:our|the) .{0,30}\bapp\b.{0,60}",
            r"(?:donate(?: now| today)?|become a (?:member|subscriber|patron).{0,100}|support "
            r"(?:our|independent) .{1,100})",
        ),
    ),
    (
        "cookies",
        "cook",
        (
            r".{0,120}\b(?:we|this (?:web)?site|our (?:web)?site|our partners|this page)\b.{0,60}"
            r"\buses? cookies\b.{0,300}",
        ),
    ),
    (
        "cookies",
        "",
        (
            r"(?:accept|reject|decline|allow|manage)(?: all)?(?: cookies| preferences)|accept all|"
            r"reject all|cookie (?:settings|policy|preferences|notice)",
            r"by (?:continuing|clicking|using) .{1,120}(?:cookies|privacy policy|terms).{0,80}",
            r"(?:our )?privacy (?:policy|notice)(?: (?:and|&) terms.{0,40})?|terms (?:of (?:use|"
            r"service)|(?:and|&) conditions)",
        ),
    ),
    (
        "copyright",
        "",
        (
            r"(?:copyright\s*)?(?:©|\(c\)).{1,200}",
            r"copyright,? (?:\d{4}|by|of)\b.{0,160}",
        ),
    ),
    (
        "copyright",
        "reserved",
        (r".{0,160}\ball rights reserved\b.{0,40}",),
    ),
    (
        "advertisement",
        "",
        (
            r"advertisements?|advertising|sponsored(?: content| links)?|promoted(?: content)?|"
            r"ads? by .{1,40}",
            r"(?:story|article) continues (?:below|after)(?: (?:this|the))?(?: "
            r"ad(?:vertisement)?)?|scroll to continue(?: reading)?",
        ),
    ),
    (
        "counter",
        "",
        (
            r"(?:estimated )?reading time\s*:?.{1,40}|\d+[ -]min(?:ute)?s?[ -]read",
            r"\d[\d,.]*k? (?:views?|shares?|likes?|reads|retweets)|(?:post )?(?:views?|hits|"
            r"shares)\s*:\s*\d[\d,.]*k?",
            r"listen to this (?:article|story).{0,40}|(?:text|font) size.{0,20}",
        ),
    ),
    (
        "picture-credit",
        "",
        (
            r"\(?(?:file )?(?:photo|image|picture|illustration|cartoon|featured image|"
            r"photograph)(?: credit| source)?s?\s*:\s*.{1,160}",
            r"\(?(?:photo|image|illustration|picture)s? (?:by|courtesy(?: of)?|credit)\s.{1,120}",
        ),
    ),
)

PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (name, part, re.compile("|".join(f"(?:{one})" for one in parts), re.IGNORECASE))
    for name, part, parts in _PATTERNS
)
"""Rule names with what their lines look like; the first that fits names the rule.

Between them stands a part of a word that each such line holds, where its pattern may begin with
anything: to try that on every line takes longer than all the other patterns together.
"""

SERVICES = frozenset(
    tokens(
        "bluesky facebook fb flipboard instagram linkedin mastodon messenger pinterest "
        "reddit sms snapchat "
        "telegram threads tiktok tumblr twitter viber vk wechat whatsapp youtube"
    )
)
"""Words of a share bar that hardly stand alone in an article."""

BUTTONS = frozenset(
    tokens(
        "a add all and app article as at by click comment copy e email embed facebook "
        "follow in google it like "
        "link link loading mail more new on opens or page pdf pin plus pocket post print rss save "
        "send share "
        "shares story this to tweet via window with x"
    )
)
"""Words that fill a share bar up; they are junk only beside a service or another share line."""

SHARE_LEADS = re.compile(
    r"(?:click to )?shar(?:e|es|ing)(?: (?:this|the|on|via|with|to|it|your)\b.{0,80}|"
    r"\s*:.{0,80})?|spread the (?:word|love)\s*:?|like this:?",
    re.IGNORECASE,
)
"""How a share bar begins."""
