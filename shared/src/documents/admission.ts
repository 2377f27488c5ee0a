import * as Y from "yjs";
import type { Deed, PersonId } from "../terms/index.ts";
import { markDeletions, withDeletions } from "./admissionDeletes.ts";
import { judgeFacts, type FactRefusal, type TouchedFact } from "./admissionFacts.ts";
import { inOrder } from "./admissionOrder.ts";
import { scanUpdate, type UpdateScan } from "./admissionScan.ts";
import { lengthOf, Slots, UPDATE_LIMITS, type Incoming, type Struct } from "./admissionSlots.ts";
import type { BoardDoc } from "./doc.ts";

/**
 * Whether an update may enter a board, judged before it is applied: a document takes anything and cannot give it back.
 *
 * Only what the document has not got is judged: an update that repeats what is there loses that first. Each item is then traced to
 * the entry or the text it belongs to, in the order in which Yjs will take them in, and each entry is judged as it will stand.
 * What belongs under something that is gone is taken in and empty, as Yjs does it.
 *
 * - `too-large`: more bytes than allowed
 * - `too-heavy`: more structs, deletions or clients than allowed, or such as make Yjs search for long
 * - `damaged`: not an update
 * - `gap`: it refers to what this copy has not got; the sender must sync afresh
 * - `layout`: it writes where the layout of `board` has nothing, or what is born once anew, or deletes what stays
 * - `value`: a value that the fact can't have
 * - `by`: something is born under another name than its maker's
 * - `full`: more cards, links or comments than a board holds
 */
export type AdmissionRefusal = "too-large" | "damaged" | "gap" | FactRefusal;

/** What may be applied. */
export interface Inspection {
  readonly ok: true;
  /** what to apply, keep and hand on: as it came, less what this copy had already */
  readonly update: Uint8Array;
  /** false when this copy has all of it */
  readonly isNews: boolean;
  readonly deletesOnly: boolean;
  /** whose structs it appends */
  readonly clients: readonly number[];
  /** what the rules are to be asked about, each once */
  readonly deeds: readonly Deed[];
  /** the facts it may change: others don't */
  readonly touched: readonly TouchedFact[];
}

/**
 * Inspects an update against the copy it is meant for, without changing anything.
 *
 * Costs the length of the update, and for each of its structs a search by halves in what the document holds of its neighbours.
 * @param update bytes that own their buffer: a decoder that is lied to about a length must not read what lies behind
 * @param by whose session it comes from: all that is born must say so
 */
export function inspectUpdate(
  doc: BoardDoc,
  update: Uint8Array,
  { by, maxBytes }: { readonly by: PersonId; readonly maxBytes: number },
): Inspection | { readonly ok: false; readonly reason: AdmissionRefusal } {
  if (update.length > maxBytes) return refuse("too-large");
  const read = readNews(doc, update);
  if (typeof read === "string") return refuse(read);
  const { scan, decoded } = read;
  const incoming = byClient(decoded.structs);
  const ordered = inOrder(doc, incoming);
  if (!ordered) return refuse("gap");
  const slots = new Slots(doc, incoming);
  for (const struct of ordered) if (struct instanceof Y.Item && !slots.add(struct)) return refuse("layout");
  const deletions = markDeletions(doc, slots, decoded.ds);
  if (typeof deletions === "string") return refuse(deletions);
  if (isCostly(doc, slots)) return refuse("too-heavy");
  const facts = judgeFacts(doc, slots, by);
  if (!facts.ok) return refuse(facts.reason);
  return {
    ok: true,
    update: deletions.ignored === 0 ? read.update : withDeletions(read.update, scan.deletesAt, deletions),
    isNews: ordered.length > 0 || deletions.ranges.size > 0,
    deletesOnly: ordered.length === 0,
    clients: [...incoming.keys()],
    deeds: facts.deeds,
    touched: facts.touched,
  };
}

const refuse = (reason: AdmissionRefusal) => ({ ok: false, reason }) as const;

interface News {
  readonly update: Uint8Array;
  readonly scan: UpdateScan;
  readonly decoded: ReturnType<typeof Y.decodeUpdate>;
}

/** Decodes an update less the structs that the document has got. */
function readNews(doc: BoardDoc, update: Uint8Array): News | AdmissionRefusal {
  const scan = scanUpdate(update);
  if (!scan.ok) return scan.reason;
  if (
    scan.structs > UPDATE_LIMITS.structs ||
    scan.deleteRanges > UPDATE_LIMITS.deleteRanges ||
    scan.sections.length > UPDATE_LIMITS.clients
  ) {
    return "too-heavy";
  }
  const held = new Map(scan.sections.map(({ client }) => [client, Y.getState(doc.store, client)]));
  const repeats = scan.sections.some(({ client, clock }) => clock < (held.get(client) ?? 0));
  try {
    if (!repeats) return { update, scan, decoded: Y.decodeUpdate(update) };
    const news = Y.diffUpdate(update, Y.encodeStateVector(held));
    const rest = scanUpdate(news);
    return rest.ok ? { update: news, scan: rest, decoded: Y.decodeUpdate(news) } : rest.reason;
  } catch {
    // whatever the decoder stumbled over (letters that are none), the bytes are no update: that is the answer
    return "damaged";
  }
}

function byClient(structs: readonly (Struct | Y.Skip)[]): Incoming {
  const clients = new Map<number, Struct[]>();
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const own = clients.get(struct.id.client);
    if (own) own.push(struct);
    else clients.set(struct.id.client, [struct]);
  }
  return clients;
}

/** Whether Yjs would search or shift for long: lists are searched item by item, and a cut struct moves all behind it. */
function isCostly(doc: BoardDoc, slots: Slots): boolean {
  let searches = 0;
  for (const slot of slots.all.values()) {
    // a few can't be much; their list needs no counting
    if (slot.conflicts > 8) searches += slot.conflicts * (lengthOf(doc, slot) + slot.added.length);
  }
  let shifts = 0;
  for (const [client, cuts] of slots.cuts) {
    shifts += cuts.size * ((doc.store.clients.get(client)?.length ?? 0) + cuts.size);
  }
  return searches > UPDATE_LIMITS.searches || shifts > UPDATE_LIMITS.shifts;
}
