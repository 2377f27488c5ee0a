import type { Other } from "../state/index.ts";

/** Where somebody else stands in a text: their caret, or what they have marked, from `start` to `end`. */
export interface CaretPlace {
  readonly client: number;
  readonly name: string;
  readonly colour: number;
  readonly start: number;
  readonly end: number;
}
interface Kept {
  readonly text: string;
  readonly places: ReadonlyMap<number, { readonly start: number; readonly end: number }>;
}
export const NO_CARETS: Kept = { text: "", places: new Map() };

/**
 * Where the others stand in a text that has just changed. Each tells where they are a moment after the letters arrive, and how long their
 * text was: while ours is another one, their place goes along with what is written before it. The same object when nothing has moved.
 */
export function keepCarets(before: Kept, text: string, others: readonly Other[]): Kept {
  const shift = shiftOf(before.text, text);
  const within = (at: number) => Math.max(0, Math.min(at, text.length));
  const places = new Map<number, { start: number; end: number }>();
  for (const { client, presence } of others) {
    if (!presence.caret) continue;
    const [start, end, length] = presence.caret;
    const known = before.places.get(client);
    const [from, to] = known && length !== text.length ? [shift(known.start), shift(known.end)] : [start, end];
    places.set(client, { start: within(Math.min(from, to)), end: within(Math.max(from, to)) });
  }
  const isSame =
    text === before.text &&
    places.size === before.places.size &&
    [...places].every(([client, { start, end }]) => {
      const known = before.places.get(client);
      return known?.start === start && known.end === end;
    });
  return isSame ? before : { text, places };
}

/** How places move from one text to the next: what stands behind the first difference goes along with the end. */
function shiftOf(before: string, after: string): (at: number) => number {
  if (before === after) return (at) => at;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const removedTo = before.length - tail;
  return (at) => {
    if (at <= start) return at;
    return at >= removedTo ? at + after.length - before.length : start;
  };
}

export function placesOf({ places }: Kept, others: readonly Other[]): readonly CaretPlace[] {
  return others.flatMap(({ client, presence: { user } }) => {
    const place = places.get(client);
    return place ? [{ client, name: user.name, colour: user.colour, start: place.start, end: place.end }] : [];
  });
}
