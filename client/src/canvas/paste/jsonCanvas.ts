import { LIMITS, sizeOf as sizeOfCard, type Pair } from "@palabre/shared/terms";
import { collectPasted, MOST_PASTED, signedLabel, type Pasted, type PastedCard } from "./pasted.ts";
import { webLinkOf } from "./webLink.ts";

/**
 * A board in JSON Canvas (jsoncanvas.org, 1.0), as Obsidian writes it: texts, pages, groups as frames, and what links them, each where
 * it lay; undefined for all else. What can't be read is left out.
 */
export function readJsonCanvas(text: string): Pasted | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  const whole = parse(text);
  if (!isObject(whole) || !Array.isArray(whole["nodes"])) return undefined;
  const found = collectPasted();
  for (const node of whole["nodes"]) {
    const read = readNode(node);
    if (read) found.named(read.id, read.card);
  }
  const frames = found.cards
    .slice(0, MOST_PASTED)
    .flatMap((card, place) => (card.kind === "frame" ? [{ card, place }] : []))
    .sort((one, other) => areaOf(one.card) - areaOf(other.card));
  for (const [place, card] of found.cards.entries()) {
    if (card.kind === "frame") continue;
    // the innermost
    const around = frames.find((frame) => liesIn(card, frame.card));
    if (around) found.cards[place] = { ...card, within: around.place };
  }
  const ids = new Map(whole["nodes"].filter(isObject).map((node) => [node["id"], node]));
  for (const edge of Array.isArray(whole["edges"]) ? whole["edges"] : []) {
    if (!isObject(edge)) continue;
    const [from, to] = [ids.get(edge["fromNode"]), ids.get(edge["toNode"])].map((node) => readNode(node));
    // frames hold cards; links go between the cards
    if (!from || !to || from.card.kind === "frame" || to.card.kind === "frame") continue;
    const label = typeof edge["label"] === "string" ? edge["label"] : "";
    found.link(found.named(from.id, from.card), found.named(to.id, to.card), signedLabel(label));
  }
  return found;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const numberOf = (value: unknown): number | undefined =>
  typeof value === "number" && Math.abs(value) <= LIMITS.coordinatePx ? value : undefined;

function readNode(node: unknown): { readonly id: string; readonly card: PastedCard } | undefined {
  if (!isObject(node) || typeof node["id"] !== "string") return undefined;
  const [x, y] = [numberOf(node["x"]), numberOf(node["y"])];
  if (x === undefined || y === undefined) return undefined;
  const size = sizeOf(node);
  const place = { position: [x, y] as const };
  const words = (name: string) => (typeof node[name] === "string" ? node[name] : "");
  switch (node["type"]) {
    case "text":
      return {
        id: node["id"],
        card: { text: words("text"), ...place, attributes: { ...(size && { size }) } },
      };
    case "link": {
      const url = words("url");
      return { id: node["id"], card: { ...(webLinkOf(url) ?? { kind: "note", text: url }), ...place } };
    }
    case "file":
      return { id: node["id"], card: { kind: "note", text: words("file").split("/").at(-1) ?? "", ...place } };
    case "group":
      return {
        id: node["id"],
        card: { kind: "frame", text: words("label"), ...place, attributes: { ...(size && { size }) } },
      };
    default:
      return undefined;
  }
}

/** Never smaller than words can be read in. */
function sizeOf(node: Readonly<Record<string, unknown>>): Pair | undefined {
  const [width, height] = [numberOf(node["width"]), numberOf(node["height"])];
  return width === undefined || height === undefined ? undefined : [Math.max(120, width), Math.max(72, height)];
}

function liesIn(card: PastedCard, frame: PastedCard): boolean {
  const [[x, y], [left, top], [width, height]] = [
    middleOf(card),
    frame.position ?? [0, 0],
    frame.attributes?.size ?? [0, 0],
  ];
  return x >= left && y >= top && x < left + width && y < top + height;
}
const areaOf = ({ attributes }: PastedCard): number => (attributes?.size?.[0] ?? 0) * (attributes?.size?.[1] ?? 0);
const middleOf = ({ kind = "note", position: [x, y] = [0, 0], attributes = {} }: PastedCard): Pair => {
  const [width, height] = sizeOfCard({ kind, attributes });
  return [x + width / 2, y + height / 2];
};
