/**
 * `npm run learn:background -- <folder>`: learns how common words are in what people write of a product, from the labelled reviews
 * of a folder (`expect-reviews-*.jsonl`: Mini-BAR, MIT). Writes `shared/src/listening/texts/background.generated.ts`; no text goes into it, only
 * stems that at least three posts hold. The same files give the same result.
 */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { themeTermsOf } from "@palabre/shared/listening/texts";
import { z } from "zod";

const review = z.object({ text: z.string(), lang: z.string() });
const FILES = ["expect-reviews-en.jsonl", "expect-reviews-fr.jsonl"];
const LEAST_POSTS = 3;
const WIDTH = 118;

const folder = resolve(process.env["INIT_CWD"] ?? process.cwd(), process.argv[2] ?? ".");
const output = join(
  dirname(fileURLToPath(import.meta.url)),
  "../../../shared/src/listening/texts/background.generated.ts",
);

const spread = new Map<string, number>();
let posts = 0;
const hashes: string[] = [];
for (const file of FILES) {
  const content = await readFile(join(folder, file), "utf8");
  hashes.push(` *   ${file} ${createHash("sha256").update(content).digest("hex")}`);
  for (const line of content.split("\n")) {
    if (line.trim() === "") continue;
    const { text, lang } = review.parse(JSON.parse(line));
    posts += 1;
    for (const term of new Set(themeTermsOf(text, lang).map((word) => word.term))) {
      spread.set(term, (spread.get(term) ?? 0) + 1);
    }
  }
}

const byCount = new Map<number, string[]>();
for (const [term, count] of spread) {
  if (count < LEAST_POSTS) continue;
  byCount.set(count, [...(byCount.get(count) ?? []), term]);
}
const words = [...byCount]
  .toSorted(([a], [b]) => b - a)
  .flatMap(([count, terms]) => [`${count}:`, ...terms.toSorted()]);
const lines = [""];
for (const word of words) {
  const line = lines.at(-1) ?? "";
  if (line.length + word.length + 1 > WIDTH) lines.push(word);
  else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
}

await writeFile(
  output,
  `/**
 * How many of the posts it was learnt from hold a stem, a concept or a word: what is common says little of a theme.
 *
 * Written by \`npm run learn:background\`, not by hand. Source: Jl-wei/mini-bar (Wei et al., ICTAI 2023), MIT licence; SHA-256:
${hashes.join("\n")}
 */
const STEMS = \`
${lines.join("\n")}\`;

/** Posts it was learnt from. */
export const BACKGROUND_POSTS: number = ${posts};

/** Posts that hold a term, at least ${LEAST_POSTS}; a term that is not here is rarer. */
export const BACKGROUND: ReadonlyMap<string, number> = read();

function read(): Map<string, number> {
  const spread = new Map<string, number>();
  let posts = 0;
  for (const word of STEMS.trim().split(/\\s+/)) {
    if (word.endsWith(":")) posts = Number(word.slice(0, -1));
    else spread.set(word, posts);
  }
  return spread;
}
`,
);
