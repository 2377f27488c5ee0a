import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contrastOf, linearOf, themesIn } from "./tokenColours.ts";

const client = join(import.meta.dirname, "..");
const plain = (css: string): string => css.replaceAll(/\/\*.*?\*\//gs, "");
const THEMES = themesIn(readFileSync(join(import.meta.dirname, "tokens.css"), "utf8"));

type Pair = readonly [colour: string, ground: string];
/** A person's colour is handed in by the page: it may be any of theirs. */
const PEOPLE = Array.from({ length: 8 }, (_, at) => `person-${at + 1}`);
const membersOf = (name: string): readonly string[] => (name === "who" ? PEOPLE : [name]);
const known = (name: string): boolean => membersOf(name).every((member) => THEMES.light.has(member));

const sheets = readdirSync(client, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".css"));
/** Rules that set a text's colour and its ground together, both by tokens. */
const written: readonly Pair[] = sheets.flatMap((path) =>
  [...plain(readFileSync(join(client, path), "utf8")).matchAll(/\{([^{}]*)\}/g)].flatMap(([, rule = ""]) => {
    const colour = /(?<![-\w])color:\s*var\(--([\w-]+)\)/.exec(rule)?.[1];
    const ground = /(?<![-\w])background(?:-color)?:\s*var\(--([\w-]+)\)\s*;/.exec(rule)?.[1];
    if (colour === undefined || ground === undefined || !known(colour) || !known(ground)) return [];
    return membersOf(colour).flatMap((one) => membersOf(ground).map((other): Pair => [one, other]));
  }),
);

const GROUNDS = ["ground", "page", "sheet", "well"];
const over = (colours: readonly string[], grounds: readonly string[]): readonly Pair[] =>
  colours.flatMap((colour) => grounds.map((ground): Pair => [colour, ground]));
const KINDS = ["expectation", "factor", "strategy"];
/** What inherits its ground: text that may stand on the canvas, in bars and panels, on sheets and in wells. */
const inherited: readonly Pair[] = [
  ...over(["ink", "ink-2", "ink-3"], GROUNDS),
  ...over(["leaf", "leaf-strong", "plus", "minus", "warn", "danger"], ["page", "sheet"]),
  ...over(["ink", "ink-2", "leaf-strong"], ["leaf-soft"]),
  ...KINDS.flatMap((kind) => over([`${kind}-ink`, "ink", "ink-2"], [`${kind}-fill`])),
  ...KINDS.flatMap((kind) => over([`${kind}-ink`], ["page", "sheet"])),
  ...over(["quote-ink", "ink", "ink-2"], ["quote-fill"]),
  ...over(["note-ink", "ink"], ["note-fill"]),
];
/** Borders of fields, outlines of cards, strokes of links, icons, and what is drawn in figures: told from what lies around it. */
const drawn: readonly Pair[] = [
  ...over(["edge", "leaf", "plus", "minus", "warn", "danger"], GROUNDS),
  ...over(["ink"], ["leaf-soft", "warn-soft", "danger-soft"]),
  ...KINDS.flatMap((kind) => over([`${kind}-line`], ["ground", "page", "sheet"])),
  ...over(["scale-low", "scale-high"], ["sheet"]),
];

const tooFaint = (pairs: readonly Pair[], least: number): readonly string[] =>
  Object.entries(THEMES).flatMap(([theme, colours]) =>
    [...new Map(pairs.map((pair) => [pair.join(" on "), pair]))].flatMap(([words, [colour, ground]]) => {
      const contrast = contrastOf(linearOf(colours.get(colour) ?? ""), linearOf(colours.get(ground) ?? ""));
      return contrast >= least ? [] : [`${theme}: ${words} has ${contrast.toFixed(2)}`];
    }),
  );

describe("the colours", () => {
  it("[E4] of text stand out 4.5 to 1 from each ground that the stylesheets put them on, in the light and in the dark", () => {
    expect(contrastOf(linearOf("#000000"), linearOf("#ffffff"))).toBe(21);
    expect(written.length).toBeGreaterThan(25);
    expect(tooFaint([...written, ...inherited], 4.5)).toEqual([]);
  });

  it("[E4] of the lines of controls, cards, links and figures stand out 3 to 1", () => {
    expect(tooFaint(drawn, 3)).toEqual([]);
  });
});
