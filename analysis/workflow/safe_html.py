"""HTML in which nothing can run or load: what notebooks put out is cleaned once more on its way into a page."""

import base64
import re
from html import escape

import bleach
from bleach.css_sanitizer import CSSSanitizer

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_TAGS = set(
    "a abbr b blockquote br caption code col colgroup dd details div dl dt em h1 h2 h3 h4 h5 h6 hr i li mark ol p pre "
    "s section small span strong sub summary sup table tbody td tfoot th thead tr u ul".split()
)
_EVERYWHERE = {"class", "id", "lang", "title"}
_ATTRIBUTES = {
    "a": {"href"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
}
_CSS = ["background", "background-color", "color", "font-weight", "max-width", "text-align", "white-space"]
_STYLE = re.compile(r"<(style|script)\b.*?(</\1\s*>|$)", re.DOTALL | re.IGNORECASE)


def _allowed(tag: str, name: str, value: str) -> bool:
    if name == "style":
        # A style that names an address, or hides what it names behind escapes, is dropped whole.
        return "(" not in value and "\\" not in value
    return name in _EVERYWHERE or name in _ATTRIBUTES.get(tag, ())


_CLEANER = bleach.Cleaner(
    tags=_TAGS,
    attributes=_allowed,
    protocols={"http", "https"},
    strip=True,
    css_sanitizer=CSSSanitizer(allowed_css_properties=_CSS),
)
_NOTEBOOK_LINK = re.compile(r'href="([\w.-]+)\.ipynb(#[^"]*)?"')
_WEB_LINK = re.compile(r'<a href="(https?:)')


def safe_html(fragment: str) -> str:
    """The fragment with allowed elements only; links to notebooks become links to their pages."""
    clean = _CLEANER.clean(_STYLE.sub("", fragment))
    clean = _NOTEBOOK_LINK.sub(lambda m: f'href="{m[1]}.html{m[2] or ""}"', clean)
    return _WEB_LINK.sub(r'<a rel="noopener noreferrer nofollow" href="\1', clean)


def svg_image(svg: str, alt: str) -> str:
    """An SVG as a picture: in an <img> none of its scripts runs and none of its links loads."""
    return f'<img src="{svg_data(svg)}" alt="{escape(alt)}">'


def svg_data(svg: str) -> str:
    """An SVG as a data address."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode("utf-8")).decode("ascii")


def output_html(output: dict) -> str:
    """One output of a cell. The richest type of ours is shown; types that run code (JavaScript, widgets) never are."""
    if output["output_type"] == "stream":
        return f'<pre class="output">{escape(output["text"])}</pre>'
    if output["output_type"] == "error":
        return f'<pre class="output error">{escape(output["ename"])}: {escape(output["evalue"])}</pre>'
    data = output.get("data", {})
    plain = data.get("text/plain", "")
    if "text/html" in data:
        return f'<div class="output">{safe_html(data["text/html"])}</div>'
    if "image/svg+xml" in data:
        return f'<div class="output">{svg_image(data["image/svg+xml"], plain)}</div>'
    if "image/png" in data and re.fullmatch(r"[A-Za-z0-9+/=\s]*", data["image/png"]):
        source = "data:image/png;base64," + "".join(data["image/png"].split())
        return f'<div class="output"><img src="{source}" alt="{escape(plain)}"></div>'
    return f'<pre class="output">{escape(plain)}</pre>' if plain else ""
