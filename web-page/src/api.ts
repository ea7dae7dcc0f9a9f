// Requests of the page to its server, for what is done with whole files.

import { address } from "./connection";
import { say } from "./elements";
import { language, words } from "./words";

const busy = 503;
const attempts = 5;

/** Post a form; wait and try again while the server is busy. Throws with the server's message. */
export async function post(path: string, fields: Record<string, string | Blob | File[]>): Promise<Response> {
  const form = new FormData();
  form.append("message_language", language);
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Blob) form.append(name, value, value instanceof File ? value.name : "draft.md");
    else if (typeof value === "string") form.append(name, value);
    else for (const file of value) form.append(name, file, file.name);
  }
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(address(path), { method: "POST", body: form });
    if (response.ok) return response;
    if (response.status !== busy || attempt === attempts) throw new Error(await messageOf(response));
    say(words("busy"));
    const seconds = Number(response.headers.get("Retry-After") ?? 1);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

async function messageOf(response: Response): Promise<string> {
  try {
    return String((await response.json()).error);
  } catch {
    return String(response.status);
  }
}

/** Offer a file to be saved. */
export function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
