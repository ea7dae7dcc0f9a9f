// Pages of rules come as Markdown: rendered, and cleaned of whatever is no text.

import createPurifier from "dompurify";
import { marked } from "marked";

/** Return Markdown as elements. */
export function renderMarkdown(text: string): DocumentFragment {
  const html = marked.parse(text, { async: false });
  return createPurifier.sanitize(html, { RETURN_DOM_FRAGMENT: true, FORBID_TAGS: ["style", "img", "form"] });
}
