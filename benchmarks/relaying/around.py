"""A draft as it is pasted: from pages, a margin with numbers, a letter, a web page."""

from __future__ import annotations

import html
import re

from benchmarks.relaying.lines import dense, wrapped

_PAGE = 40
"""Lines of a page."""
_LETTERS = {
    "ar": ("من: ليلى\nإلى: الوفود\nالموضوع: المشروع\n\nالزملاء الأعزاء،", "مع خالص التحية،\nليلى"),
    "en": (
        "From: Laila Haddad\nTo: delegations\nSubject: the draft\n\nDear colleagues,",
        "Best regards,\nLaila",
    ),
    "es": (
        "De: Laila Haddad\nPara: delegaciones\nAsunto: el proyecto\n\nEstimados colegas:",
        "Saludos cordiales,\nLaila",
    ),
    "fr": (
        "De : Laila Haddad\nÀ : délégations\nObjet : le projet\n\nChers collègues,",
        "Bien à vous,\nLaila",
    ),
    "ru": (
        "От: Лейла Хаддад\nКому: делегациям\nТема: проект\n\nУважаемые коллеги!",
        "С уважением,\nЛейла",
    ),
    "zh": ("发件人：莱拉\n收件人：各代表团\n主题：草案\n\n各位同事：", "此致\n莱拉"),
}
"""How a letter begins and ends."""
_NOTE = re.compile(r"\[\^(\w+)\](:?)")


def on_pages(text: str) -> str:
    """Lines of 72 columns on pages of 40 lines, each with its symbol and number."""
    laid: list[str] = []
    for number, line in enumerate(wrapped(text).split("\n")):
        if number and number % _PAGE == 0:
            page = number // _PAGE
            laid += ["", f"{page}/9", "", "A/C.3/80/L.12", ""]
        laid.append(line)
    return "\n".join(laid)


def between_page_numbers(text: str) -> str:
    """Lines of 72 columns without blank ones, a page number between each 40 of them."""
    lines = dense(wrapped(text)).split("\n")
    pages = [lines[at : at + _PAGE] for at in range(0, len(lines), _PAGE)]
    return "".join("\n".join(page) + f"\n- {number} -\n" for number, page in enumerate(pages, 1))


def numbered_lines(text: str) -> str:
    """Lines of 72 columns, each with its number in the margin."""
    lines = dense(wrapped(text)).split("\n")
    return "\n".join(f"{number:>3} {line}" for number, line in enumerate(lines, 1) if line) + "\n"


def in_a_letter(text: str, language: str) -> str:
    """Between the header of a letter and the name of its writer."""
    before, after = _LETTERS[language]
    return f"{before}\n\n{text.strip()}\n\n{after}\n"


def quoted(text: str) -> str:
    """Every line behind the mark with which a reply quotes."""
    return "".join(f"> {line}".rstrip() + "\n" for line in text.strip("\n").split("\n"))


def as_page(paragraphs: list[str]) -> str:
    """The HTML of a web page with these paragraphs."""
    return "<html><body>\n" + "".join(map(_element, paragraphs)) + "</body></html>\n"


def _element(paragraph: str) -> str:
    written = html.escape(" ".join(paragraph.lstrip("# ").split()), quote=False)
    written = re.sub(r"&lt;(/?(?:sup|u|em|ins|del))&gt;", r"<\1>", written)
    written = re.sub(r"\*\*(\S[^*]*?)\*\*", r"<strong>\1</strong>", written)
    written = re.sub(r"\*(\S[^*]*?)\*", r"<em>\1</em>", written)
    written = _NOTE.sub(r"<sup>\1</sup>", written)
    return f"<p>{written}</p>\n"
