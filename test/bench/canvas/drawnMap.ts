import { seeded } from "../../helpers/seeded.ts";

/** A map to draw, the same on every canvas: cards on a loose grid, links between neighbours. */
export interface DrawnMap {
  readonly cards: readonly DrawnCard[];
  /** places in `cards` */
  readonly links: readonly { readonly from: number; readonly to: number; readonly polarity: "+" | "-" }[];
  /** how the grid is laid: card n lies at column n % columns */
  readonly columns: number;
}
export interface DrawnCard {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

/** Board px from a card to the next, and what a card measures. */
export const PITCH = { x: 300, y: 220 } as const;
const CARD = { width: 208, height: 112 } as const;
const WORDS = ["trust", "tools", "answers", "meetings", "volunteers", "rules", "money", "room", "welcome", "time"];

/** `cards` cards and half as many links again, the same each time. */
export function drawMap(cards: number): DrawnMap {
  const columns = Math.ceil(Math.sqrt(cards));
  const random = seeded(cards);
  const drawn = Array.from({ length: cards }, (_, at): DrawnCard => ({
    x: (at % columns) * PITCH.x + Math.round(random.next() * 30),
    y: Math.floor(at / columns) * PITCH.y + Math.round(random.next() * 30),
    ...CARD,
    title: `${WORDS[at % WORDS.length] ?? ""} ${WORDS[Math.floor(random.next() * WORDS.length)] ?? ""} ${at}`,
  }));
  const links = Array.from({ length: Math.floor(cards * 1.5) }, () => {
    const from = Math.floor(random.next() * cards);
    const [right, down] = [Math.floor(random.next() * 7) - 3, Math.floor(random.next() * 7) - 3];
    const to = Math.min(cards - 1, Math.max(0, from + right + down * columns));
    return { from, to: to === from ? (from + 1) % cards : to, polarity: random.next() < 0.75 ? "+" : "-" } as const;
  });
  return { cards: drawn, links, columns };
}
