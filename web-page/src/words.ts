// The page's own words, in English and French. Messages on a draft come from reslint itself.

const english = {
  applied: "Fixed: {count}",
  busy: "Too many drafts are being checked. Trying again…",
  checking: "Checking…",
  clean: "No findings.",
  comparing: "Comparing {count} versions…",
  compared: "{count} differences in {files} versions",
  connecting: "Connecting…",
  draftFrom: "Draft from {name}",
  errors: "Errors",
  explain: "Why?",
  failed: "That did not work: {message}",
  fix: "Fix",
  fixUnsafe: "Fix (please review)",
  hints: "Hints",
  infos: "Remarks",
  leftOut: "Left out because they could not be written: {count}",
  lost: "Connection lost. Connecting again…",
  agrees: "Nothing differs here.",
  empty: "Findings appear here as you write.",
  noDifference: "The versions agree.",
  notDraft: "This does not read as a resolution yet.",
  paragraph: "paragraph {label}",
  recognized: "Recognized: {what}",
  showAll: "Show all {count}",
  sideBySide: "Show side by side",
  tooManyVersions: "Compare two to six versions at a time, not {count}.",
  tooMany: "Too many pages are open at the moment. Trying again…",
  warnings: "Warnings",
  replaceDraft: "Replace the present draft by {name}?",
};

type Key = keyof typeof english;

const french: Record<Key, string> = {
  applied: "Corrections : {count}",
  busy: "Trop de projets sont en cours de vérification. Nouvel essai…",
  checking: "Vérification…",
  clean: "Aucun constat.",
  comparing: "Comparaison de {count} versions…",
  compared: "{count} différences dans {files} versions",
  connecting: "Connexion…",
  draftFrom: "Projet tiré de {name}",
  errors: "Erreurs",
  explain: "Pourquoi ?",
  failed: "Échec : {message}",
  fix: "Corriger",
  fixUnsafe: "Corriger (à relire)",
  hints: "Suggestions",
  infos: "Remarques",
  leftOut: "Omis, faute de pouvoir être écrits : {count}",
  lost: "Connexion perdue. Nouvelle connexion…",
  agrees: "Rien ne diffère ici.",
  empty: "Les constats apparaissent ici au fil de la saisie.",
  noDifference: "Les versions concordent.",
  notDraft: "Ce texte ne se lit pas encore comme une résolution.",
  paragraph: "paragraphe {label}",
  recognized: "Reconnu : {what}",
  showAll: "Afficher les {count}",
  sideBySide: "Afficher côte à côte",
  tooManyVersions: "Comparer de deux à six versions à la fois, et non {count}.",
  tooMany: "Trop de pages sont ouvertes. Nouvel essai…",
  warnings: "Avertissements",
  replaceDraft: "Remplacer le projet actuel par {name} ?",
};

/** The language of the page: that of its frame. */
export const language = document.documentElement.lang === "fr" ? "fr" : "en";

/** Return the page's words for a key, with values in the place of `{name}`. */
export function words(key: Key, values: Record<string, string | number> = {}): string {
  const text = (language === "fr" ? french : english)[key];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const places = JSON.parse(document.documentElement.dataset.places ?? "{}") as Record<string, string>;

/** Return a paragraph ("A, preamble 3", "12 (a)") as a person names it in the page's language. */
export function placeName(place: string): string {
  const pieces = place.split(", ");
  const named = pieces.map((piece, at) => {
    const name = Object.keys(places).find((one) => piece === one || piece.startsWith(`${one} `));
    if (name) return (places[name] ?? name) + piece.slice(name.length);
    return piece && at === pieces.length - 1 ? words("paragraph", { label: piece }) : piece;
  });
  return named.join(", ");
}
