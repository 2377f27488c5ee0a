import { readJsonCanvas } from "./jsonCanvas.ts";
import { readLines } from "./lines.ts";
import { readMermaid } from "./mermaid.ts";
import { readOpml } from "./opml.ts";
import type { Pasted } from "./pasted.ts";
import { readCsvTable, readTable } from "./table.ts";

/** What a text is known to be before it is read: by the name of the file that it stands in. */
export type Form = "csv" | "canvas" | "opml" | "any";

/** What a pasted text comes to, whatever form it has; nothing, where it is not of the form that it should be. */
export function readPasted(pasted: string, form: Form = "any"): Pasted {
  if (form === "csv") return readCsvTable(pasted);
  if (form === "canvas") return readJsonCanvas(pasted) ?? NOTHING;
  if (form === "opml") return readOpml(pasted) ?? NOTHING;
  // lines of a slide, of a page, of another system
  const text = pasted.replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n");
  return readJsonCanvas(text) ?? readOpml(text) ?? readMermaid(text) ?? readTable(text) ?? readLines(text);
}
const NOTHING: Pasted = { cards: [], links: [] };
