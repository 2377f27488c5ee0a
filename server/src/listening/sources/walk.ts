import { z } from "zod";
import { readCursor } from "./cursor.ts";

/**
 * Reading a list that gives the newest first, page by page, back to what is known.
 *
 * A look takes so many pages. Where that doesn't reach back to what is known, the next look goes on with the page that comes then,
 * before it begins at the top again: nothing in between is lost, however much was written or however short the looks are.
 */
export interface WalkPage<Item> {
  readonly items: readonly Item[];
  /** by which the following page is asked for; undefined after the last one */
  readonly next: string | undefined;
  /** for how long nothing more may be asked */
  readonly waitMs: number;
}
export interface Walked<Item> {
  readonly items: readonly Item[];
  readonly cursor: string;
  readonly isUnfinished: boolean;
  readonly waitMs: number;
}
/** Where an item stands in the list: what is later in `order` comes first. */
export interface Place {
  readonly id: string;
  readonly order: number;
}

const placeSchema = z.object({ id: z.string(), order: z.number() });
const stateSchema = z.object({
  /** the newest that is known, when all that is older is */
  known: placeSchema.optional(),
  /** a walk that is under way: its newest, the page it goes on with, and how many it read */
  walk: z.object({ top: placeSchema.optional(), page: z.string(), pages: z.number() }).optional(),
  /** what a kind found out once and needs each time */
  found: z.string().optional(),
});
export type WalkState = z.output<typeof stateSchema>;
export const readWalkState = (since: string | undefined): WalkState => readCursor(since, stateSchema) ?? {};

/** Pages of one look, and of all that is read of a list when it is met first: a workshop is about now. */
const PAGES = { look: 5, first: 10 } as const;

export async function walkBack<Item>(
  since: string | undefined,
  options: {
    readonly ask: (page: string | undefined) => Promise<WalkPage<Item>>;
    readonly placeOf: (item: Item) => Place;
    readonly found?: string | undefined;
    readonly hasTime?: (() => boolean) | undefined;
    readonly pages?: { readonly look: number; readonly first: number };
  },
): Promise<Walked<Item>> {
  const { ask, placeOf, pages = PAGES, hasTime = () => true } = options;
  const state = readWalkState(since);
  const { known } = state;
  let { top, page, pages: read } = state.walk ?? { top: undefined, page: undefined, pages: 0 };
  const items: Item[] = [];
  let waitMs = 0;
  let isThere = false;
  for (let count = 0; count < pages.look && !isThere && waitMs === 0 && (count === 0 || hasTime()); count += 1) {
    const answer = await ask(page);
    read += 1;
    const places = answer.items.map(placeOf);
    for (const place of places) if (top === undefined || place.order > top.order) top = place;
    // the one that is known may have been deleted: what is older than it was heard too
    const end = known === undefined ? -1 : places.findIndex(({ id, order }) => id === known.id || order < known.order);
    items.push(...(end < 0 ? answer.items : answer.items.slice(0, end)));
    isThere = end >= 0 || answer.next === undefined || (known === undefined && read >= pages.first);
    page = answer.next;
    waitMs = answer.waitMs;
  }
  const walk = isThere || page === undefined ? undefined : { top, page, pages: read };
  const next: WalkState = {
    known: walk ? known : (top ?? known),
    ...(walk ? { walk } : {}),
    ...(options.found === undefined ? {} : { found: options.found }),
  };
  return { items, cursor: JSON.stringify(next), isUnfinished: walk !== undefined, waitMs };
}
