"""Files of other kinds: old Word files and OpenDocument through LibreOffice, a word on the rest."""

from __future__ import annotations

from reslint.text.source import Source, UnreadableText

_WORDS = {
    "latex": (
        "the file is LaTeX, which reslint does not read; "
        "`pandoc FILE.tex -o FILE.md` makes Markdown of it"
    ),
    "rtf": (
        "the file is RTF, which reslint does not read; open it in a word processor and save it "
        "as .docx"
    ),
    "word xml": "the file is a Word document as XML, which reslint does not read; save it as .docx",
    "web archive": "the file is a web archive, which reslint does not read; save it as .docx",
    "pdf": (
        "the file is a PDF, which reslint does not read; `pdftotext -layout FILE.pdf FILE.txt` "
        "makes a text of it (emphasis is lost, so the rules on it do not run)"
    ),
}
_WAYS_OUT = (
    "the file is {kind}; save it as .docx, or install LibreOffice, with which reslint reads it"
)
_KINDS = {"ole": "an old Word file (.doc)", "odt": "an OpenDocument text"}
_ENDINGS = {"ole": ".doc", "odt": ".odt"}
_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 60
# Settings of LibreOffice: no macro is run, and no address is reached, for its proxy leads nowhere.
_SECURITY, _NETWORK = "Office.Common/Security/Scripting", "Inet/Settings"
_SETTINGS = (
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_NETWORK, "ooInetProxyType", "2"),
    (_NETWORK, "ooInetHTTPProxyName", "127.0.0.1"),
    (_NETWORK, "ooInetHTTPProxyPort", "9"),
    (_NETWORK, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_NETWORK, "ooInetHTTPSProxyPort", "9"),
    (_NETWORK, "ooInetNoProxy", ""),
)
_REGISTRY = '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
_ITEM = (
    '<item oor:path="/org.openoffice.{path}">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
# Names of streams in a compound file, in UTF-16: an encrypted package, the text of a Word file.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_TEXT = "WordDocument".encode("utf-16-le")


def read(data: bytes, path: str, kind: str, *, changes: str = "accepted") -> Source:
    """Read a file of a kind (see `documents.format_of`, and `odt`).

    Raises UnreadableText, which says what the file is and what to do.
    """
    if kind in _WORDS:
        raise UnreadableText(_WORDS[kind])
    if kind == "ole":
        if _ENCRYPTED in data:
            raise UnreadableText("the file is protected by a password")
        if _WORD_TEXT not in data:
            raise UnreadableText("the file is no Word file (another kind of Office file)")
    if kind == "odt":
        from reslint.documents.open_document import harmless

        data = harmless(data)
    from reslint.documents.package import Package
    from reslint.documents.word.reading import read_document

    source = read_document(Package(_converted(data, kind)), path, changes=changes).source
    assert source.origin is not None
    # Nothing can be written back: the file itself stays as it is.
    source.origin.writable = False
    source.origin.format = kind if kind == "odt" else "doc"
    return source


def converter() -> str | None:
    """Return the path of LibreOffice, None where it is not installed."""
    import shutil

    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def _converted(data: bytes, kind: str) -> bytes:
    """Return the file as .docx, made by LibreOffice. Raises UnreadableText."""
    import os
    import subprocess
    import tempfile

    program = converter()
    if program is None:
        raise UnreadableText(_WAYS_OUT.format(kind=_KINDS[kind]))
    with tempfile.TemporaryDirectory(prefix="reslint-") as folder:
        given = os.path.join(folder, "draft" + _ENDINGS[kind])
        with open(given, "wb") as stream:
            stream.write(data)
        # A profile of its own: another LibreOffice that runs would take the work and never tell.
        os.makedirs(os.path.join(folder, "profile", "user"))
        registry = os.path.join(folder, "profile", "user", "registrymodifications.xcu")
        with open(registry, "w", encoding="utf-8") as written:
            items = (_ITEM.format(path=one, name=name, value=to) for one, name, to in _SETTINGS)
            written.write(_REGISTRY.format(items="".join(items)))
        profile = "file://" + os.path.join(folder, "profile").replace(os.sep, "/")
        command = [
            program,
            "--headless",
            "--norestore",
            f"-env:UserInstallation={profile}",
            "--convert-to",
            "docx",
            "--outdir",
            os.path.join(folder, "out"),
            given,
        ]
        try:
            _run(command)
            with open(os.path.join(folder, "out", "draft.docx"), "rb") as stream:
                return stream.read()
        except subprocess.TimeoutExpired:
            reason = f"LibreOffice took more than {_SECONDS} seconds"
        except OSError:
            reason = "LibreOffice could not read it"
    raise UnreadableText(f"the file is {_KINDS[kind]}, and {reason}; save it as .docx")


def _run(command: list[str]) -> None:
    """Run LibreOffice to its end. Raises TimeoutExpired when it takes too long, and ends it.

    The program that is started starts another one, which would go on alone.
    """
    import os
    import signal
    import subprocess

    nothing = subprocess.DEVNULL
    with subprocess.Popen(
        command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    ) as process:
        try:
            process.wait(_SECONDS)
        except BaseException:
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            raise
