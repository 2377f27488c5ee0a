import { readJsonCanvas } from "./jsonCanvas.ts";
import { readLines } from "./lines.ts";
import { readMermaid } from "./mermaid.ts";
import { readOpml } from "./opml.ts";
import type { Pasted } from "./pasted.ts";
import { readTable } from "./table.ts";

/** What a pasted text comes to, whatever form it has. */
export const readPasted = (text: string): Pasted =>
  readJsonCanvas(text) ?? readOpml(text) ?? readMermaid(text) ?? readTable(text) ?? readLines(text);
