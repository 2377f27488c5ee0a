import * as Y from "yjs";
import type { CardId, ChangedFact, ChangeEntry, Json, PersonId, TextDelta, ThingId } from "../terms/index.ts";
import { answeredBesides } from "./answered.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import { readFact, sameValue, type PlainFact } from "./edit.ts";
import { attributeKey } from "./layout.ts";
import { mostSteps, traceLetters, withoutChanges, type Run } from "./letters.ts";
import type { ServerEdit } from "./serverEdit.ts";
import { changeBetween } from "./textDiff.ts";

/** Whose acts are taken back, from when on, and what time it is; epoch milliseconds. */
export interface PersonAndTime {
  readonly person: PersonId;
  readonly since: number;
  readonly at: number;
}
/** What taking back comes to, counted in things and facts. */
export interface PersonUndo {
  readonly edits: readonly ServerEdit[];
  /** cards, links and comments they made, which go to the trash */
  readonly trashed: number;
  /** texts that lose their letters or get back what they removed, and facts that get back their value */
  readonly setBack: number;
  /** what stays because others changed it since, wrote in it, or answered it */
  readonly skipped: number;
}

/**
 * The edits that take back what one person did, and nothing that others did.
 *
 * - Cards, links and comments they made go to the trash, unless others wrote in the card, named the link, or answered the comment.
 * - A fact that they changed last goes back to what it was before they did. One that somebody changed since stays.
 * - Letters they typed go, wherever they stand; letters they removed come back where nobody typed or removed anything since.
 *   Of a thing they made that stays, only their letters go.
 *
 * Reads only what the person touched.
 * @param changes  oldest first, by everybody: at least all that concern what the person changed, since they did. Where the log and
 *   the board disagree (its beginning was dropped, something is not in it yet), the fact stays as it is and counts as skipped; so does
 *   a text of which a change is told without its letters, or that takes too long to trace.
 */
export function undoPersonEdits(
  doc: BoardDoc,
  changes: readonly ChangeEntry[],
  { person, since, at }: PersonAndTime,
): PersonUndo {
  const isTheirs = (entry: ChangeEntry | undefined) => entry?.person === person && entry.at >= since;
  const byKey = gather(changes, isTheirs);
  const made = new Set<string>();
  for (const [key, acts] of byKey) {
    const birth = birthOf(key);
    const first = acts[0];
    if (birth !== undefined && first && isTheirs(first.entry) && first.fact.before === undefined) made.add(birth);
  }
  const edits: ServerEdit[] = [];
  const trash: ThingId[] = [];
  let setBack = 0;
  let skipped = 0;

  const steps = mostSteps();
  const traces = new Map<string, readonly Run[] | undefined>();
  const answered = answeredBesides(doc, person);
  const isTrashed = new Set<string>();
  for (const id of made) {
    if (!isThere(doc, id)) continue;
    if (trashedAt(doc, id) !== undefined) isTrashed.add(id);
    else if (hasOthersIn(id)) skipped += 1;
    else {
      isTrashed.add(id);
      trash.push(id as ThingId);
    }
  }
  for (const [key, acts] of byKey) {
    const id = key.split("/")[1] ?? "";
    if (isTrashed.has(id) || !isThere(doc, id) || !acts.some(({ entry }) => isTheirs(entry))) continue;
    if (key.startsWith("text/")) setTextBack(id as CardId, acts);
    else if (!made.has(id)) setFactBack(key, acts);
  }
  if (trash.length > 0) edits.push({ type: "trash", things: trash, at });
  return { edits, trashed: trash.length, setBack, skipped };

  function setFactBack(key: string, acts: readonly Act[]): void {
    const fact = plainFact(key);
    const last = acts.at(-1);
    if (!fact || !last) return;
    const present = readFact(doc, fact);
    if (!isTheirs(last.entry) || !sameValue(present, last.fact.after)) {
      skipped += 1;
      return;
    }
    let before: Json | undefined = last.fact.before;
    for (const { entry, fact: earlier } of acts.toReversed()) {
      if (!isTheirs(entry)) break;
      before = earlier.before;
    }
    if (sameValue(present, before)) return;
    if (fact.type === "attribute") edits.push({ type: "setAttributes", on: fact.on, values: { [fact.name]: before } });
    else if (isPair(before)) edits.push({ type: "moveCards", moves: [{ card: fact.card, to: before }] });
    else return;
    setBack += 1;
  }

  function setTextBack(card: CardId, acts: readonly Act[]): void {
    const runs = textOf(doc, card) === undefined ? undefined : trace(card, acts);
    if (!runs) {
      skipped += 1;
      return;
    }
    const { change, kept } = withoutChanges(runs, (place) => isTheirs(acts[place]?.entry));
    if (kept > 0) skipped += 1;
    if (change.length === 0) return;
    edits.push({ type: "changeText", card, change });
    setBack += 1;
  }

  /** Whether somebody else has put words into a thing that this person made. When it can't be told, they have. */
  function hasOthersIn(id: string): boolean {
    if (mapOf(doc, "cards").has(id)) {
      const acts = byKey.get(`text/${id}`) ?? [];
      const isByOthers = (act: Act | undefined) => act?.entry.person !== person;
      const runs = trace(id, acts);
      if (runs) return runs.some(({ bornIn, goneIn }) => goneIn === undefined && isByOthers(acts[bornIn ?? -1]));
      // whoever else wrote in a text that is too long to trace may have left some of it
      return acts.some(isUntold) || steps.left < 0 ? acts.some(isByOthers) : true;
    }
    const label = byKey.get(`attribute/${id}/label`)?.at(-1);
    if (label && label.entry.person !== person && mapOf(doc, "attributes").has(attributeKey(id, "label"))) return true;
    return answered.has(id);
  }

  /** Once for each text: both questions about it go by the same. */
  function trace(card: string, acts: readonly Act[]): readonly Run[] | undefined {
    if (!traces.has(card)) {
      const text = textOf(doc, card) ?? "";
      traces.set(card, acts.some(isUntold) ? undefined : traceLetters(text, acts.map(deltaOf), steps));
    }
    return traces.get(card);
  }
}

/** One change of one fact, and the entry in which it was made. */
interface Act {
  readonly entry: ChangeEntry;
  readonly fact: ChangedFact;
}

/** All changes, oldest first, of the facts that the person changed, and of what others may have written in what they made. */
function gather(
  changes: readonly ChangeEntry[],
  isTheirs: (entry: ChangeEntry) => boolean,
): ReadonlyMap<string, readonly Act[]> {
  const byKey = new Map<string, Act[]>();
  for (const entry of changes) {
    if (!isTheirs(entry)) continue;
    for (const { key } of entry.facts) {
      byKey.set(key, []);
      const id = birthOf(key);
      if (id !== undefined) byKey.set(`text/${id}`, []).set(`attribute/${id}/label`, []);
    }
  }
  for (const entry of changes) for (const fact of entry.facts) byKey.get(fact.key)?.push({ entry, fact });
  return byKey;
}

const birthOf = (key: string): string | undefined => /^(?:card|link|comment)\/(.+)$/.exec(key)?.[1];

function plainFact(key: string): PlainFact | undefined {
  const [, type, id, name] = /^(position|attribute)\/([^/]+)(?:\/(.+))?$/.exec(key) ?? [];
  // keys of the log were keys of the document: what stands there is an id, or nothing has it
  if (type === "position" && id !== undefined) return { type, card: id as CardId };
  return type === "attribute" && id !== undefined && name !== undefined ? { type, on: id as ThingId, name } : undefined;
}

const isPair = (value: Json | undefined): value is readonly [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "number");

/** Whether a change of a text is told without its letters. */
const isUntold = ({ fact: { delta, before, after } }: Act): boolean =>
  delta === undefined && before === undefined && after === undefined;

/** A text that was set whole counts as typed. */
function deltaOf({ fact: { delta, before, after } }: Act): TextDelta {
  if (delta) return delta;
  const [old, present] = [before, after].map((text) => (typeof text === "string" ? text : ""));
  return inLetters(old ?? "", present ?? "");
}
function inLetters(before: string, after: string): TextDelta {
  let at = 0;
  return changeBetween(before, after).map((part) => {
    if ("insert" in part) return part;
    const start = at;
    if ("keep" in part) {
      at += part.keep;
      return part;
    }
    at += part.remove;
    return { remove: before.slice(start, at) };
  });
}

const isThere = (doc: BoardDoc, id: string): boolean =>
  mapOf(doc, "cards").has(id) || mapOf(doc, "links").has(id) || mapOf(doc, "comments").has(id);
const trashedAt = (doc: BoardDoc, id: string): unknown => mapOf(doc, "attributes").get(attributeKey(id, "trashedAt"));
function textOf(doc: BoardDoc, card: string): string | undefined {
  const text = mapOf(doc, "text").get(card);
  return text instanceof Y.Text ? text.toString() : undefined;
}
