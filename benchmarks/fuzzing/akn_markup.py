"""AKN4UN files made up at random: elements in any order, and text of all languages."""

from __future__ import annotations

from random import Random

from benchmarks.shapes import HEADS, WORDS
from reslint.revisions.word_markup import escaped


def akn_file(random: Random) -> bytes:
    """Return an AKN4UN file made up at random."""
    language = random.choice(list(WORDS))
    words = (*WORDS[language] * 3, " ", ", ", "; ", ".", " 70/1 ", ",, ", "*", "<", "&", "\n   ")
    names = ("span", "i", "b", "a", "sup", "inline", "docTitle", "x", "ins")
    blocks = ("p", "paragraph", "point", "container", "subheading", "table", "attachment", "list")

    def text() -> str:
        return escaped("".join(random.choice(words) for _ in range(random.randint(0, 6))))

    def inline(depth: int) -> str:
        kind = random.random()
        if kind < 0.6 or depth > 5:
            return text()
        inner = "".join(inline(depth + 1) for _ in range(random.randint(0, 3)))
        if kind < 0.7:
            marker = random.choice(("1", "2", "*", "", " 3 ", "a" * 30))
            return f'<authorialNote marker="{marker}"><p>{inner}</p></authorialNote>'
        if kind < 0.75:
            return random.choice(("<eol/>", "<img/>", "<!-- a -->", "<?x y?>", "<![CDATA[a,,]]>"))
        name = random.choice(names)
        look = random.choice(("italic", "bold", "bold italic", "underline", ""))
        return f'<{name} class="{look}">{inner}</{name}>'

    def block(depth: int) -> str:
        name = random.choice(blocks)
        if name in ("p", "subheading") or depth > 5:
            return f"<p>{''.join(inline(0) for _ in range(random.randint(0, 5)))}</p>"
        inner = "".join(block(depth + 1) for _ in range(random.randint(0, 3)))
        if name == "table":
            cells = f"<tr><td>{inner}</td><td>{text()}</td></tr>" * random.randint(0, 2)
            return f"<table>{cells}</table>"
        number = random.choice(("", "<num>1.</num>", "<num>(a)</num>", f"<num>{text()}</num>"))
        loose = text() if random.random() < 0.1 else ""
        return f"<{name}>{number}{loose}{inner}</{name}>"

    def many(least: int, most: int) -> str:
        return "".join(block(0) for _ in range(random.randint(least, most)))

    organ = HEADS[language].split("\n\n")[0].replace("*", "")
    return (
        f'<akomaNtoso><statement><meta><FRBRlanguage language="{language}"/></meta>'
        f"<preface>{many(0, 1)}</preface><preamble><formula><p><i>{escaped(organ)}</i></p>"
        f"</formula>{many(0, 4)}</preamble><mainBody>{many(0, 4)}</mainBody>"
        f"<conclusions>{many(0, 1)}</conclusions></statement></akomaNtoso>"
    ).encode()
