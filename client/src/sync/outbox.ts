import type { Act, Seen } from "@palabre/shared/documents";
import type { BoardId, PersonId } from "@palabre/shared/terms";
import { holderOf, type DeviceStore, type KeptAct } from "./deviceStore.ts";
import { seenNow, type Shown } from "./shown.ts";
import { createSignal } from "./signal.ts";

/** What waits here, counted as a person would: letters typed in one card without anything between are one change. */
export interface Waiting {
  readonly changes: number;
  /** how many of them the device says that it keeps */
  readonly kept: number;
  /** false once the device failed to keep something that still waits */
  readonly isKeeping: boolean;
}

/** A part of an act that could not be done again, in the person's own words. */
export interface Told {
  /** what `dismiss` takes; letters typed in one card are told once */
  readonly ids: readonly string[];
  readonly what: Act[number];
  readonly seen: Seen;
  readonly reason: string;
  /** it was written in a draft, for nobody else's eyes */
  readonly wasDrafted: boolean;
}

/**
 * What this person did and the server has not acknowledged, in order: in memory, and at once on the device.
 *
 * It holds what tabs that are no more have left behind, too; what another open tab made or took over is that tab's.
 */
export interface Outbox {
  /** what is in the document as it is, and not known to be on the server's disk */
  made(): readonly KeptAct[];
  /** what waits to be done again */
  again(): readonly KeptAct[];
  told(): readonly Told[];
  /** the same as it is kept */
  toldActs(): readonly KeptAct[];
  waiting(): Waiting;
  add(act: Act, update: Uint8Array): void;
  /** Tells what could not be done in a draft beside what could not be done here. */
  adopt(told: readonly KeptAct[]): void;
  /** They are on the server's disk, or done again in another shape. */
  remove(acts: readonly KeptAct[]): void;
  /**
   * From here on all that is added belongs to a document that was refused, as does what is in it already. Called again before that
   * document goes, it keeps the words that were written meanwhile.
   */
  turn(shown: Shown): void;
  /** What is added belongs to the document as it is again. */
  settle(): void;
  /** They can't be done: the person is to be told. */
  tell(act: KeptAct, parts: readonly { readonly part: Act[number]; readonly reason: string }[]): void;
  /** Tells what was saved once and the server has no more, or what never came into a document. */
  lose(lost: readonly { readonly part: Act[number]; readonly seen: Seen }[], reason: string): void;
  dismiss(ids: readonly string[]): void;
  subscribe(listener: () => void): () => void;
}

export interface OutboxDeps {
  readonly device: DeviceStore;
  readonly board: BoardId;
  readonly person: PersonId;
  /** names this tab */
  readonly tab: string;
  /** whether another tab is open: what it holds is its own to send */
  readonly isOpen: (tab: string) => Promise<boolean>;
  /** whether this version can read what was kept; what it can't stays where it is */
  readonly isAct: (kept: unknown) => boolean;
  /** what acts show without the document in which they were made */
  readonly seenAlone: (acts: readonly KeptAct[]) => Shown;
  readonly now: () => number;
}

export async function openOutbox({
  device,
  board,
  person,
  tab,
  isOpen,
  isAct,
  seenAlone,
  now,
}: OutboxDeps): Promise<Outbox> {
  const news = createSignal();
  /** the device has not yet said that it keeps these, or has said that it does not */
  const unconfirmed = new Set<string>();
  let isKeeping = device.isLasting;
  let isTurned = false;
  let n = 0;
  let acts: readonly KeptAct[] = [];

  /** Changes what is here at once, and on the device as soon as it can. */
  const change = (put: readonly KeptAct[], remove: readonly KeptAct[] = []) => {
    const gone = new Set(remove.map(({ id }) => id));
    const changed = new Map(put.map((act) => [act.id, act]));
    const known = new Set(acts.map(({ id }) => id));
    acts = [
      ...acts.filter(({ id }) => !gone.has(id)).map((act) => changed.get(act.id) ?? act),
      ...put.filter(({ id }) => !known.has(id)),
    ];
    for (const id of gone) unconfirmed.delete(id);
    for (const id of changed.keys()) if (!known.has(id)) unconfirmed.add(id);
    if (unconfirmed.size === 0) isKeeping = device.isLasting;
    // before it is told: who hears of it may change it again, and the device is to hear of that after this
    const done = device.change({ put, remove: [...gone] });
    news.tell();
    done.then(
      () => {
        for (const id of changed.keys()) unconfirmed.delete(id);
        news.tell();
      },
      () => {
        // full, forbidden or taken away: what waits is on the page only, and is said to be
        isKeeping = unconfirmed.size === 0 && isKeeping;
        news.tell();
      },
    );
  };

  const found = await device.acts(board).catch(() => []);
  const left = await Promise.all(
    [...new Set(found.map(holderOf))].map(async (each) => [each, await isOpen(each)] as const),
  );
  const openTabs = new Map(left);
  const ownerless = found.filter((act) => openTabs.get(holderOf(act)) !== true && isAct(act.act));
  // of tabs that open side by side one gets them. A device that can't note whose they are gives them all the same: better sent twice than never
  acts = (ownerless.length === 0 ? [] : await device.take(ownerless, tab).catch(() => ownerless)).toSorted(byAge);
  // who came back by another link is another person to the server: what the one before left is done again in the name of this one
  const foreign = acts.filter((act) => act.person !== person);
  if (foreign.length > 0) change(foreign.map((act) => asOwn(act, person)));

  const inState = (state: KeptAct["state"]) => acts.filter((act) => act.state === state);
  const waits = () => acts.filter(({ state }) => state !== "told");
  /** Notes what is shown of what is to be done again, should it have to be told. */
  const look = (looked: readonly KeptAct[], shown: Shown) => {
    const put = looked.flatMap((act) => {
      const seen = seenNow(act, shown);
      const isKnown = act.state === "again" && JSON.stringify(seen) === JSON.stringify(act.seen);
      return isKnown ? [] : [{ ...act, state: "again" as const, seen }];
    });
    if (put.length > 0) change(put);
  };
  /** Tells these beside what is told already: a card that is not there is told once, with all that was written in it. */
  const tellWith = (more: readonly KeptAct[]) => {
    const known = new Set(inState("told"));
    const all = [...known, ...more];
    const [born, words] = [bornIn(all), writtenIn(all)];
    const put: KeptAct[] = [];
    const gone: KeptAct[] = [];
    for (const act of all) {
      const told = keepParts(act, (part) => !born.has(cardOf(part) ?? ""));
      const seen = told && withWords(told, words);
      if (!told) gone.push(act);
      else if (!known.has(act) || told !== act || seen !== act.seen) put.push({ ...told, seen, state: "told" });
    }
    change(put, gone);
  };
  // the page that left them had no time to look, or they are another's
  if (inState("again").some(({ seen }) => seen === undefined)) look(inState("again"), seenAlone(inState("again")));
  return {
    made: () => inState("made"),
    again: () => inState("again"),
    told: () => {
      const told = inState("told").flatMap(({ id, act, seen, reasons, wasDrafted = false }) =>
        act.map((what, place) => ({
          ids: [`${id}/${place}`],
          what,
          seen: seen?.[place] ?? { title: "", text: "" },
          reason: reasons?.[place] ?? "gone",
          wasDrafted,
        })),
      );
      return joinTyped(told);
    },
    toldActs: () => inState("told"),
    waiting: () => ({
      changes: runsOf(waits()).length,
      kept: runsOf(waits()).filter((run) => run.every(({ id }) => !unconfirmed.has(id))).length,
      isKeeping,
    }),
    add: (act, update) => {
      n += 1;
      const id = `${tab}/${n}`;
      change([{ id, board, person, tab, n, at: now(), act, update, state: isTurned ? "again" : "made" }]);
    },
    adopt: (foreign) =>
      tellWith(
        foreign.map((act) => {
          n += 1;
          return { ...act, board, person, tab, holder: undefined, wasDrafted: true, id: `${tab}/${n}`, n };
        }),
      ),
    remove: (gone) => {
      if (gone.length > 0) change([], gone);
    },
    turn: (shown) => {
      isTurned = true;
      look(waits(), shown);
    },
    settle: () => (isTurned = false),
    tell: (act, failed) => {
      const reasons = new Map(failed.map(({ part, reason }) => [part, reason]));
      const whole = {
        ...act,
        seen: act.act.map((_, place) => act.seen?.[place] ?? { title: "", text: "" }),
        reasons: act.act.map((part) => reasons.get(part) ?? ""),
      };
      const told = keepParts(whole, (part) => reasons.has(part));
      if (told) tellWith([told]);
      else change([], [act]);
    },
    lose: (lost, reason) =>
      tellWith(
        lost.map(({ part, seen }) => {
          n += 1;
          const own = { id: `${tab}/${n}`, board, person, tab, n, at: now(), state: "told" } as const;
          // nothing is sent of it: it is only to be read
          return { ...own, act: [part], update: NOTHING, seen: [seen], reasons: [reason] };
        }),
      ),
    dismiss: (ids) => {
      const read = new Set(ids);
      const isRead = ({ id }: KeptAct) => [...read].some((each) => each.startsWith(`${id}/`));
      const done: KeptAct[] = [];
      const rest: KeptAct[] = [];
      for (const told of inState("told").filter(isRead)) {
        const left = keepParts(told, (_, place) => !read.has(`${told.id}/${place}`));
        if (left) rest.push(left);
        else done.push(told);
      }
      change(rest, done);
    },
    subscribe: news.subscribe,
  };
}

const NOTHING = new Uint8Array();

/** The card that a part changed and did not make; undefined for what stands by itself. */
function cardOf(part: Act[number]): string | undefined {
  if (part.type === "write") return part.card;
  if (part.type === "setAttributes") return part.on;
  return part.type === "moveCards" ? part.moves[0]?.card : undefined;
}

/** The cards that acts made. */
const bornIn = (acts: readonly Pick<KeptAct, "act">[]): ReadonlySet<string> =>
  new Set(acts.flatMap(({ act }) => act.flatMap((part) => (part.type === "addCard" ? [part.id] : []))));

/** What was seen of what acts wrote in cards, the longest for each. */
function writtenIn(acts: readonly KeptAct[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { act, seen } of acts) {
    for (const [place, part] of act.entries()) {
      const text = seen?.[place]?.text ?? "";
      if (part.type === "write" && text.length > (words.get(part.card) ?? "").length) words.set(part.card, text);
    }
  }
  return words;
}
/** What was seen of an act; of a card that it made, with what was written in it since. */
function withWords({ act, seen }: KeptAct, words: ReadonlyMap<string, string>): KeptAct["seen"] {
  const whole = seen?.map((shown, place) => {
    const part = act[place];
    const text = part?.type === "addCard" ? (words.get(part.id) ?? "") : "";
    return text.length > shown.text.length ? { ...shown, text } : shown;
  });
  return whole?.some((shown, place) => shown !== seen?.[place]) === true ? whole : seen;
}

/** An act with some of its parts, and what was noted of these; undefined when there are none. */
function keepParts(act: KeptAct, isKept: (part: Act[number], place: number) => boolean): KeptAct | undefined {
  const places = [...act.act.entries()].filter(([place, part]) => isKept(part, place)).map(([place]) => place);
  const keep = <T>(list: readonly T[]) => places.map((place) => list[place]).filter((each) => each !== undefined);
  if (places.length === 0) return undefined;
  if (places.length === act.act.length) return act;
  return { ...act, act: keep(act.act), seen: act.seen && keep(act.seen), reasons: act.reasons && keep(act.reasons) };
}

/** Tabs one after the other, each in its own order: clocks may jump. */
export const byAge = (a: KeptAct, b: KeptAct): number => (a.tab === b.tab ? a.n - b.n : a.at - b.at);

function asOwn(act: KeptAct, person: PersonId): KeptAct {
  const own = act.act.map((part) => ("by" in part ? { ...part, by: person } : part));
  return { ...act, person, act: own, state: act.state === "told" ? "told" : "again" };
}

/** The card in which an act typed and did nothing else. */
const typedIn = ({ act }: Pick<KeptAct, "act">): string | undefined =>
  act.length === 1 && act[0]?.type === "write" ? act[0].card : undefined;

/** Acts as a person would count them: letters typed in one card, with nothing between, are one. */
export function runsOf<Kept extends Pick<KeptAct, "act">>(acts: readonly Kept[]): readonly (readonly Kept[])[] {
  const runs: Kept[][] = [];
  let before: string | undefined;
  for (const act of acts) {
    const card = typedIn(act);
    if (card !== undefined && card === before) runs.at(-1)?.push(act);
    else runs.push([act]);
    before = card;
  }
  return runs;
}

const isSameText = (a: Act[number], b: Act[number]): boolean =>
  a.type === "write" && b.type === "write" && a.card === b.card;

/** What was written in one card is told once, as it was at last. */
function joinTyped(told: readonly Told[]): readonly Told[] {
  const joined: Told[] = [];
  for (const each of told) {
    const at = joined.findIndex((before) => isSameText(before.what, each.what) && before.reason === each.reason);
    const before = joined[at];
    if (before) joined.splice(at, 1, { ...each, ids: [...before.ids, ...each.ids] });
    else joined.push(each);
  }
  return joined;
}
