import { newCardId, newLinkId, type BoardSnapshot, type Card, type Link, type Pair } from "@palabre/shared/terms";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMounted } from "./mounted.ts";
import { createPlaces } from "./places.ts";
import { FEW_CARDS, grown, MARGIN, MOST_MOUNTED, windowFor } from "./window.ts";

const card = (position: Pair): Card => ({
  id: newCardId(),
  kind: "note",
  at: 1,
  position,
  text: "",
  attributes: {},
  extra: {},
});
const link = (from: Card, to: Card): Link => ({
  id: newLinkId(),
  from: from.id,
  to: to.id,
  at: 1,
  polarity: "+",
  strength: 2,
  delay: false,
  label: "",
  attributes: {},
  extra: {},
});
function boardOf(cards: readonly Card[], links: readonly Link[] = []) {
  const snapshot: BoardSnapshot = {
    cards: new Map(cards.map((each) => [each.id, each])),
    links: new Map(links.map((each) => [each.id, each])),
    comments: new Map(),
    skipped: 0,
  };
  const places = createPlaces();
  places.update(snapshot.cards);
  return { snapshot, places };
}
/** A row of cards, 300 px apart. */
const row = (n: number): readonly Card[] => Array.from({ length: n }, (_, at) => card([at * 300, 0]));
const NOTHING = { cards: [], links: [] };
const at = (x: number, width: number) => ({ x, y: -500, width, height: 1_000 });

describe("what of a board is in the page", () => {
  it("[B20] all of it while the board is small", () => {
    const { snapshot, places } = boardOf(row(FEW_CARDS));
    expect(createMounted()(snapshot, places, at(0, 100), NOTHING)).toEqual({ cards: undefined, isFar: false });
  });

  it("[B20] of a large one what is in the window, what is in the hand, and the ends of the links that cross it", () => {
    const cards = row(FEW_CARDS + 100);
    const [first, inView, farOn, last, held] = [cards[0]!, cards[100]!, cards[200]!, cards[350]!, cards[390]!];
    const { snapshot, places } = boardOf(cards, [link(inView, farOn), link(first, last), link(cards[201]!, held)]);
    const window = at(100 * 300, 100);
    const mounted = createMounted()(snapshot, places, window, { cards: [held.id, undefined], links: [] });
    expect(mounted.isFar).toBe(false);
    expect(mounted.cards).toEqual(new Set([held.id, inView.id, farOn.id, first.id, last.id]));
  });

  it("[B21] where too much would be in the window, only what is in the hand, and chosen links with their ends", () => {
    const cards = row(MOST_MOUNTED + 1);
    const chosen = link(cards[3]!, cards[4]!);
    const { snapshot, places } = boardOf(cards, [chosen, link(cards[5]!, cards[6]!)]);
    const window = at(0, (MOST_MOUNTED + 1) * 300);
    expect(createMounted()(snapshot, places, window, { cards: [cards[9]!.id], links: [chosen.id] })).toEqual({
      cards: new Set([cards[9]!.id, cards[3]!.id, cards[4]!.id]),
      isFar: true,
    });
  });

  it("[B20] the window stays until the view leaves it or comes much nearer", () => {
    const seen = { x: 0, y: 0, width: 1_000, height: 600 };
    const window = windowFor(seen, undefined);
    expect(window).toEqual(grown(seen, MARGIN));
    expect(windowFor({ ...seen, x: 199 }, window)).toBe(window);
    expect(windowFor({ ...seen, x: 201 }, window)).not.toBe(window);
    expect(windowFor({ x: 400, y: 200, width: 600, height: 360 }, window)).not.toBe(window);
  });

  it("[B20] what followed every change is that of a board seen for the first time", () => {
    const cards = row(FEW_CARDS + 40);
    const at = (n: number): Card => cards[n % cards.length]!;
    const change = fc.oneof(
      fc.record({ type: fc.constant("move" as const), card: fc.nat(), x: fc.nat(99), y: fc.nat(20) }),
      fc.record({ type: fc.constant("link" as const), from: fc.nat(), to: fc.nat() }),
      fc.record({ type: fc.constant("unlink" as const), link: fc.nat() }),
      fc.record({ type: fc.constant("purge" as const), card: fc.nat() }),
      fc.record({ type: fc.constant("look" as const), x: fc.nat(99) }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 3 }), { minLength: 1, maxLength: 12 }), (turns) => {
        const { snapshot: first } = boardOf(cards, [link(at(3), at(200)), link(at(90), at(300))]);
        let { cards: there, links } = first;
        let window = { x: 20_000, y: -500, width: 2_000, height: 1_000 };
        const [mounted, places] = [createMounted(), createPlaces()];
        for (const turn of turns) {
          for (const each of turn) {
            if (each.type === "look") window = { ...window, x: each.x * 1_000 };
            else if (each.type === "link") {
              const made = link(at(each.from), at(each.to));
              links = new Map([...links, [made.id, made]]);
            } else if (each.type === "unlink")
              links = new Map([...links].filter((_, i) => i !== each.link % links.size));
            else {
              const { id } = at(each.card);
              const card = there.get(id);
              if (each.type === "purge") there = new Map([...there].filter(([other]) => other !== id));
              else if (card) there = new Map([...there, [id, { ...card, position: [each.x * 1_000, each.y * 100] }]]);
            }
          }
          const snapshot: BoardSnapshot = { ...first, cards: there, links };
          places.update(there);
          const anew = createPlaces();
          anew.update(there);
          expect(mounted(snapshot, places, window, NOTHING)).toEqual(createMounted()(snapshot, anew, window, NOTHING));
        }
      }),
    );
  });
});
