"""reslint's own codes (TOOL001 …): what it reports about itself, with the messages.

They are not rules: no YAML file holds them, no profile switches them off. Those with a place in
the draft (TOOL001, 002, 006, 007, 009, 011 to 013) are diagnostics, the others problems (exit code
2).
"""

from __future__ import annotations

from reslint.text import Wordings
from reslint.text.diagnostics import Diagnostic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


UNUSED_SUPPRESSION = "TOOL001"
UNKNOWN_CODE = "TOOL002"
OVER_BUDGET = "TOOL003"
INTERNAL_ERROR = "TOOL004"
UNREADABLE = "TOOL005"
NOT_A_RESOLUTION = "TOOL006"
CANNOT_CHECK = "TOOL007"
INVALID_SETTING = "TOOL008"
UNUSED_BASELINE = "TOOL009"
NOT_WRITTEN = "TOOL010"
UNCLOSED_COMMENT = "TOOL011"
ASSUMED_ENCODING = "TOOL012"
UNFIT_SETTING = "TOOL013"
LONE_VERSION = "TOOL020"
MOST_UNKNOWN = 20
"""Unknown codes of one list that are named with a suggestion; to find one takes a millisecond."""
_LONGEST_WORD = 100  # characters of a word that a suggestion is looked for
NAMES = {
    UNUSED_SUPPRESSION: "unused-suppression",
    UNKNOWN_CODE: "unknown-code",
    OVER_BUDGET: "rule-over-budget",
    INTERNAL_ERROR: "internal-error",
    UNREADABLE: "unreadable-file",
    NOT_A_RESOLUTION: "not-a-resolution",
    CANNOT_CHECK: "check-cannot-run",
    INVALID_SETTING: "invalid-setting",
    UNUSED_BASELINE: "unused-baseline-entry",
    NOT_WRITTEN: "fix-not-written",
    UNCLOSED_COMMENT: "unclosed-comment",
    ASSUMED_ENCODING: "assumed-encoding",
    UNFIT_SETTING: "unfit-setting",
    LONE_VERSION: "lone-version",
}
"""The name of each code."""
SEVERITIES = {
    UNUSED_SUPPRESSION: "warning",
    UNKNOWN_CODE: "warning",
    NOT_A_RESOLUTION: "info",
    CANNOT_CHECK: "info",
    UNUSED_BASELINE: "info",
    UNCLOSED_COMMENT: "warning",
    ASSUMED_ENCODING: "info",
    UNFIT_SETTING: "warning",
}
"""The severities of the codes that are diagnostics."""

_MESSAGES = Wordings(
    {
        "unused": {
            "en": "Delete {code} from this comment: reslint does not report it here.",
            "fr": "Retirer {code} de ce commentaire : reslint ne le signale pas ici.",
        },
        "unopened": {
            "en": "Delete {code} from this comment: it is not disabled here.",
            "fr": "Retirer {code} de ce commentaire : il n’est pas désactivé ici.",
        },
        "unknown": {
            "en": "No rule has the code {code}{suggestion}",
            "fr": "Aucune règle n’a le code {code}{suggestion}",
        },
        "no-code": {
            "en": "Name the codes after {directive}, for instance {directive} LEAD002.",
            "fr": "Indiquer les codes après {directive}, par exemple {directive} LEAD002.",
        },
        "directive": {
            "en": "There is no reslint comment {directive}{suggestion}",
            "fr": "Aucun commentaire de reslint ne se nomme {directive}{suggestion}",
        },
        "no-effect": {
            "en": "{directive} has no effect here: write it in a comment of the draft,"
            " outside code and front matter.",
            "fr": "{directive} est sans effet ici : l’écrire dans un commentaire du projet,"
            " hors du code et de l’en-tête YAML.",
        },
        "unclosed-comment": {
            "en": "This comment is never closed: write --> at its end."
            " Until then, nothing after it is fixed.",
            "fr": "Ce commentaire n’est jamais fermé : écrire --> à la fin."
            " D’ici là, rien n’est corrigé après lui.",
        },
        "suggestion": {
            "en": "; did you mean {close}?",
            "fr": " ; vouliez-vous dire {close} ?",
        },
        "over-budget": {
            "en": "{code} took too long on this text and was skipped.",
            "fr": "{code} a pris trop de temps sur ce texte et n’a pas été vérifié.",
        },
        "internal": {
            "en": "{code} failed on this text and was skipped ({error}). Please report this error.",
            "fr": "{code} a échoué sur ce texte et n’a pas été vérifié ({error})."
            " Merci de signaler cette erreur.",
        },
        "internal-reading": {
            "en": "reslint failed to read this text ({error}). Please report this.",
            "fr": "reslint n’a pas pu lire ce texte ({error}). Merci de le signaler.",
        },
        "internal-fixing": {
            "en": "reslint failed to fix this text ({error}) and left it as it is."
            " Please report this.",
            "fr": "reslint n’a pas pu corriger ce texte ({error}), laissé tel quel."
            " Merci de le signaler.",
        },
        "unused-baseline": {
            "en": "{code} is no longer reported here ({count}): update the baseline.",
            "fr": "{code} n’est plus signalé ici ({count}) : mettre à jour l’état de référence.",
        },
        "baseline-without-file": {
            "en": "This file no longer exists ({count} in the baseline): update the baseline.",
            "fr": "Ce fichier n’existe plus ({count} dans l’état de référence) : le mettre à jour.",
        },
        "taken-back": {
            "en": "the fix of {code} was undone: it would have caused {brings} ({message})",
            "fr": "la correction de {code} a été annulée :"
            " elle aurait entraîné {brings} ({message})",
        },
        "taken-back-reading": {
            "en": "the fix of {code} was undone:"
            " the draft would then be read as another kind of text",
            "fr": "la correction de {code} a été annulée :"
            " le projet serait alors lu comme un texte d’un autre type",
        },
        "taken-back-marker": {
            "en": "the fix of {code} was undone: a note marker would be lost",
            "fr": "la correction de {code} a été annulée : un appel de note serait perdu",
        },
        "taken-back-undone": {
            "en": "the fix of {code} was undone: another fix would reverse it",
            "fr": "la correction de {code} a été annulée : une autre correction l’annulerait",
        },
        "automatic-number": {
            "en": "{message} The number is automatic: change the settings of the list.",
            "fr": "{message} Le numéro est automatique : modifier les réglages de la liste.",
        },
        "taken-back-protected": {
            "en": "the fix of {code} was not made: the file has an automatic number, a field or"
            " several pieces there that no fix can be written to",
            "fr": "la correction de {code} n’a pas été faite : le fichier a, à cet endroit, un"
            " numéro automatique, un champ ou plusieurs morceaux où rien ne peut être écrit",
        },
        "taken-back-unwritten": {
            "en": "the fix of {code} was not made: it cannot be written into the file here",
            "fr": "la correction de {code} n’a pas été faite : elle ne peut être écrite à cet"
            " endroit du fichier",
        },
        "taken-back-endless": {
            "en": "the fix of {code} was undone: it would be made again and again",
            "fr": "la correction de {code} a été annulée : elle se répéterait sans fin",
        },
        "not-a-resolution": {
            "en": "This text was not recognized as a resolution ({reason}): nothing was checked.",
            "fr": "Ce texte n’a pas été reconnu comme une résolution ({reason}) :"
            " rien n’a été vérifié.",
        },
        "assumed-encoding": {
            "en": "This file is not UTF-8: it was read as {encoding}."
            " Check that all letters are right, and save it as UTF-8.",
            "fr": "Ce fichier n’est pas en UTF-8 : il a été lu comme {encoding}."
            " Vérifier que tous les caractères sont corrects et l’enregistrer en UTF-8.",
        },
        "unfit-language": {
            "en": "The settings say that this draft is in {given}; it is in {found}:"
            " correct the setting “language”.",
            "fr": "D’après les paramètres, ce projet est en {given} ; or il est en {found} :"
            " corriger le paramètre « language ».",
        },
        "unfit-organ": {
            "en": "The settings say that the organ is {given}; the organ line names {found}:"
            " correct the setting “organ”.",
            "fr": "D’après les paramètres, l’organe est {given} ; or la ligne de l’organe nomme"
            " {found} : corriger le paramètre « organ ».",
        },
        "lone-version": {
            "en": "No other version of this draft was found: nothing was compared.",
            "fr": "Aucune autre version de ce projet n’a été trouvée : rien n’a été comparé.",
        },
        "no-version": {
            "en": "This text was not recognized as a resolution: nothing was compared.",
            "fr": "Ce texte n’a pas été reconnu comme une résolution : rien n’a été comparé.",
        },
        "other-emphasis": {
            "en": "Italics and bold are marked as in forums or wikis: {codes} cannot be checked.",
            "fr": "L’italique et le gras sont marqués comme dans les forums ou les wikis : {codes} "
            "ne peut être vérifié.",
        },
        "no-emphasis": {
            "en": "Plain text shows no italics or bold: {codes} cannot be checked.",
            "fr": "Le texte brut ne montre ni italique ni gras : {codes} ne peut être vérifié.",
        },
    }
)


def wording(key: str, language: str, values: dict[str, str]) -> str:
    """The message named `key` in `language` (English if it has none), its placeholders filled."""
    return _MESSAGES.text(key, language, **values)


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was probably meant to be, or None."""
    if len(word) > _LONGEST_WORD or not known:
        return None
    from difflib import SequenceMatcher, get_close_matches

    folded = {name.casefold(): name for name in sorted(known)}
    exact = folded.get(word.casefold())
    if exact is not None:
        return exact
    wanted = word.casefold()
    close = get_close_matches(wanted, list(folded), n=5, cutoff=0.6)
    # Of equally close names, the first: LEAD002 rather than LEAD012 for LEAD02.
    best = min(
        close, key=lambda one: (-SequenceMatcher(None, one, wanted).ratio(), one), default=""
    )
    return folded[best] if best else None


def suggestion(word: str, known: Iterable[str], language: str = "en", *, default: str = "") -> str:
    """The end of a message: the word that was probably meant, `default` if none is close."""
    close = closest(word, known)
    return wording("suggestion", language, {"close": close}) if close else default


def unknown_code(code: str, known: Iterable[str], language: str = "en") -> str:
    """The message on a code that no rule has."""
    hint = suggestion(code, known, language, default=".")
    return wording("unknown", language, {"code": code, "suggestion": hint})


def diagnostic(
    code: str, key: str, language: str, start: int, end: int, values: dict[str, str] | None = None
) -> Diagnostic:
    """The diagnostic of one of reslint's own codes, its severity as in SEVERITIES."""
    return worded(code, wording(key, language, values or {}), start, end)


def worded(code: str, message: str, start: int, end: int) -> Diagnostic:
    """The diagnostic of one of reslint's own codes with this message."""
    return Diagnostic(code, NAMES[code], SEVERITIES[code], message, start, end)
