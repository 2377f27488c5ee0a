import { describe, expect, it } from "vitest";
import {
  newCardId,
  newLinkId,
  newPersonId,
  type BallotMethod,
  type Card,
  type CardId,
  type Link,
} from "../../terms/index.ts";
import { optionsAsked } from "./optionsAsked.ts";

const by = newPersonId();
const card = (
  text: string,
  { kind = "expectation", ...more }: Partial<Pick<Card, "kind" | "attributes">> = {},
): Card => ({
  id: newCardId(),
  kind,
  by,
  at: 1,
  position: [0, 0],
  text,
  attributes: {},
  extra: {},
  ...more,
});
const boardOf = (cards: readonly Card[], links: readonly Link[] = []) => ({
  cards: new Map(cards.map((each) => [each.id, each])),
  links: new Map(links.map((each) => [each.id, each])),
});
const many = (n: number) => Array.from({ length: n }, (_, place) => card(`Card ${place}`));
const linkOf = (from: CardId, to: CardId): Link => ({
  id: newLinkId(),
  from,
  to,
  by,
  at: 1,
  polarity: "+",
  strength: 2,
  delay: false,
  label: "",
  attributes: {},
  extra: {},
});

describe("optionsAsked", () => {
  const everything = { method: "dots", scope: { kind: "expectation" } } as const;

  it("[V76] asks about a hundred at most, and counts only what it asks about", () => {
    const hundred = many(100);
    const others = [card(""), card("Gone", { attributes: { trashedAt: 1 } }), card("A factor", { kind: "factor" })];
    expect(optionsAsked(everything, boardOf([...hundred, ...others]))).toEqual({
      ok: true,
      options: hundred.map(({ id, text }) => ({ on: id, title: text })),
    });
    expect(optionsAsked(everything, boardOf([...many(101), ...others]))).toEqual({
      ok: false,
      reason: "many",
      n: 101,
      max: 100,
    });
  });

  it.each<[BallotMethod, number, number]>([
    ["dots", 0, 1],
    ["consent", 0, 1],
    ["ranked", 1, 2],
    ["pairwise", 1, 2],
  ])("[V76] %s can't be asked about %i written cards: it takes %i", (method, n, needs) => {
    const frame = card("Frame", { kind: "frame" });
    const inside = { attributes: { frame: frame.id } };
    const within = [card("", inside), ...many(n).map((each) => ({ ...each, ...inside }))];
    const scopes = [{ kind: "expectation" }, { frame: frame.id }] as const;
    for (const scope of scopes)
      expect(optionsAsked({ method, scope }, boardOf([frame, ...within]))).toEqual({
        ok: false,
        reason: "few",
        n,
        needs,
      });
  });

  it("[V76] links are weighed by their own method, which weighs nothing else", () => {
    const [a, b] = [card("A"), card("B")];
    const board = boardOf([a, b], [linkOf(a.id, b.id)]);
    expect(optionsAsked({ method: "links", scope: { kind: "expectation" } }, board)).toEqual({
      ok: false,
      reason: "subject",
    });
    expect(optionsAsked({ method: "dots", scope: { links: "all" } }, board)).toEqual({ ok: false, reason: "subject" });
    expect(optionsAsked({ method: "links", scope: { links: "all" } }, board)).toMatchObject({ ok: true });
    expect(optionsAsked({ method: "links", scope: { links: "all" } }, boardOf([a, b]))).toEqual({
      ok: false,
      reason: "few",
      n: 0,
      needs: 1,
    });
  });
});
