import type { BoardId, ChangedFact, ChangeEntry, Json, PersonId, TextDelta } from "@palabre/shared/terms";
import type { BoardStore } from "../stores/index.ts";

/** One reading of the log: some kilobytes, or some megabytes where somebody replaces whole texts. */
const PAGE = 100;
/** Of the changes that undoing a person has to know, in letters: what a person wrote in one text, and what everybody did in all. */
const MOST_OF_TEXT = 1024 * 1024;
const MOST_OF_ALL = 16 * 1024 * 1024;
/** Between the moment that the server gives a card it makes and that of the entry: a whole hall's ideas are laid out. */
const MADE_WITHIN_MS = 10_000;

/** The change log of a board, oldest first, read page by page. */
export async function* changePages(
  store: Pick<BoardStore, "changes">,
  board: BoardId,
  filter: { readonly person?: PersonId; readonly since?: number; readonly afterSeq?: number },
): AsyncGenerator<ChangeEntry & { readonly seq: number }> {
  let afterSeq = filter.afterSeq ?? 0;
  for (;;) {
    const page = await store.changes(board, { ...filter, afterSeq, limit: PAGE });
    yield* page;
    if (page.length < PAGE) return;
    afterSeq = page.at(-1)?.seq ?? afterSeq;
  }
}

/**
 * What everybody changed since a person's first act, oldest first, in what the person changed or made: all that undoing that person
 * has to know.
 *
 * It is held in memory, however much was done: of a place or an attribute only the values that can come back are told, and a text in
 * which too much was written is told without its letters.
 */
export async function changesAround(
  store: Pick<BoardStore, "changes">,
  board: BoardId,
  { person, since }: { readonly person: PersonId; readonly since: number },
  { mostOfText = MOST_OF_TEXT, mostOfAll = MOST_OF_ALL } = {},
): Promise<readonly ChangeEntry[]> {
  /** what the person wrote under each key, in letters */
  const keys = new Map<string, number>();
  let first: number | undefined;
  for await (const entry of sharesOf(person, changePages(store, board, { since }))) {
    if (entry.person !== person) continue;
    first ??= entry.seq;
    for (const { key, delta } of entry.facts) {
      keys.set(key, (keys.get(key) ?? 0) + lettersOf(delta));
      const made = /^(?:card|link|comment)\/(.+)$/.exec(key)?.[1];
      if (made === undefined) continue;
      for (const other of [`text/${made}`, `attribute/${made}/label`]) keys.set(other, keys.get(other) ?? 0);
    }
  }
  const changes: ChangeEntry[] = [];
  if (first === undefined) return changes;
  const values = new LastValues();
  let letters = 0;
  for await (const entry of sharesOf(person, changePages(store, board, { afterSeq: first - 1 }))) {
    const isTheirs = entry.person === person && entry.at >= since;
    const facts: ChangedFact[] = [];
    for (const fact of entry.facts) {
      const { key, delta } = fact;
      const written = keys.get(key);
      if (written === undefined) continue;
      if (delta) {
        letters += written > mostOfText ? 0 : lettersOf(delta);
        facts.push(written > mostOfText || letters > mostOfAll ? { key } : fact);
      } else if (/^(?:position|attribute)\//.test(key)) {
        const told = values.fold(fact, isTheirs);
        if (told) facts.push(told);
      } else facts.push(fact);
    }
    if (facts.length > 0) changes.push({ ...entry, facts });
  }
  return changes;
}

/**
 * Entries of nobody in which things are made under a person's name, as a reveal makes the cards of all who wrote, are told in two: what
 * is that person's, and the rest.
 */
async function* sharesOf<Entry extends ChangeEntry>(
  person: PersonId,
  entries: AsyncIterable<Entry>,
): AsyncGenerator<Entry> {
  for await (const entry of entries) {
    const made = entry.person === undefined ? madeBy(person, entry) : undefined;
    if (!made?.size) {
      yield entry;
      continue;
    }
    const isTheirs = ({ key }: ChangedFact) => made.has(key.split("/")[1]);
    yield { ...entry, person, facts: entry.facts.filter(isTheirs) };
    yield { ...entry, facts: entry.facts.filter((fact) => !isTheirs(fact)) };
  }
}

/** What is made in an entry under a person's name. What a restore gives birth to again was made long before. */
function madeBy(person: PersonId, { at, facts }: ChangeEntry): ReadonlySet<string | undefined> {
  const made = new Set<string | undefined>();
  for (const { key, before, after } of facts) {
    if (before !== undefined || typeof after !== "object" || after === null || !/^(?:card|link|comment)\//.test(key))
      continue;
    const birth = after as { readonly by?: Json; readonly at?: Json };
    if (birth.by === person && typeof birth.at === "number" && Math.abs(at - birth.at) <= MADE_WITHIN_MS)
      made.add(key.split("/")[1]);
  }
  return made;
}

/** A part of a delta is worth some, however short it is. */
const PART_LETTERS = 16;
const lettersOf = (delta: TextDelta | undefined): number =>
  (delta ?? []).reduce((sum, part) => {
    const letters = "insert" in part ? part.insert : "remove" in part ? part.remove : "";
    return sum + PART_LETTERS + letters.length;
  }, 0);

/** Of each fact: what one person's changes in a row made of it. Values before those of somebody else never come back. */
class LastValues {
  readonly #rows = new Map<string, { -readonly [Name in keyof ChangedFact]: ChangedFact[Name] }>();

  /** @returns what is to be told; undefined when it has become part of what was told before */
  fold({ key, before, after }: ChangedFact, isTheirs: boolean): ChangedFact | undefined {
    const row = this.#rows.get(key);
    if (!isTheirs) {
      if (row) row.before = row.after = undefined;
      this.#rows.delete(key);
      return { key };
    }
    if (row) {
      row.after = after;
      return undefined;
    }
    const told = { key, before, after };
    this.#rows.set(key, told);
    return told;
  }
}
