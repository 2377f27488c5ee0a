import * as Y from "yjs";
import type { Deed, PersonId } from "../terms/index.ts";
import { markDeletions, withDeletions } from "./admissionDeletes.ts";
import { UpdateCost } from "./admissionCost.ts";
import { judgeFacts, type FactRefusal, type TouchedFact } from "./admissionFacts.ts";
import { inOrder } from "./admissionOrder.ts";
import { clientsOf, repeatsHeld, withoutDeleted, withoutHeld } from "./admissionNews.ts";
import { scanUpdate, type UpdateScan } from "./admissionScan.ts";
import type { Incoming, Struct } from "./admissionSlot.ts";
import { Slots } from "./admissionSlots.ts";
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
 * - `damaged`: not an update, or one that puts things where no copy does
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
  /** what taking it in holds up everybody else, as estimated */
  readonly costMs: number;
  /** the part of it that is spent again each time the document is opened: what looks for its place looks for it each time */
  readonly searchMs: number;
}

/**
 * Inspects an update against the copy it is meant for, without changing anything.
 *
 * Costs the length of the update, and for each of its structs a search by halves in what the document holds of its neighbours.
 * @param update bytes that own their buffer: a decoder that is lied to about a length must not read what lies behind
 * @param by whose session it comes from: all that is born must say so
 * @param maxCards that the document holds, where it is fewer than a board does
 */
export function inspectUpdate(
  doc: BoardDoc,
  update: Uint8Array,
  { by, maxBytes, maxCards }: { readonly by: PersonId; readonly maxBytes: number; readonly maxCards?: number },
): Inspection | { readonly ok: false; readonly reason: AdmissionRefusal } {
  if (update.length > maxBytes) return refuse("too-large");
  const read = readNews(doc, update);
  if (typeof read === "string") return refuse(read);
  const { scan, decoded } = read;
  const incoming = byClient(decoded.structs);
  const ordered = inOrder(doc, incoming);
  if (!ordered) return refuse("gap");
  const slots = new Slots(doc, incoming, read.cost);
  for (const struct of ordered) {
    if (struct instanceof Y.Item && !slots.add(struct)) return refuse("layout");
    if (slots.cost.isForged) return refuse("damaged");
    if (slots.cost.isTooHigh) return refuse("too-heavy");
  }
  const deletions = markDeletions(doc, slots, decoded.ds);
  if (typeof deletions === "string") return refuse(deletions);
  if (slots.cost.isTooHigh) return refuse("too-heavy");
  const facts = judgeFacts(doc, slots, by, maxCards);
  if (!facts.ok) return refuse(facts.reason);
  return {
    ok: true,
    update: deletions.ignored === 0 ? read.update : withDeletions(read.update, scan.deletesAt, deletions),
    isNews: ordered.length > 0 || deletions.ranges.size > 0,
    deletesOnly: ordered.length === 0,
    clients: [...incoming.keys()],
    deeds: facts.deeds,
    touched: facts.touched,
    costMs: slots.cost.ms,
    searchMs: slots.cost.searchMs,
  };
}

const refuse = (reason: AdmissionRefusal) => ({ ok: false, reason }) as const;

interface News {
  readonly update: Uint8Array;
  readonly scan: UpdateScan;
  readonly cost: UpdateCost;
  readonly decoded: ReturnType<typeof Y.decodeUpdate>;
}

/** Decodes an update less the structs that the document has got. */
function readNews(doc: BoardDoc, whole: Uint8Array): News | AdmissionRefusal {
  const all = scanUpdate(whole, clientsOf(doc));
  if (!all.ok) return all.reason;
  const update = withoutDeleted(doc, whole, all);
  const scan = update === whole ? all : scanUpdate(update, clientsOf(doc));
  if (!scan.ok) return scan.reason;
  const repeats = repeatsHeld(doc, scan);
  const left = all.deleteRanges - scan.deleteRanges;
  // decided before anything is decoded
  const cost = new UpdateCost(doc, scan, repeats, left);
  if (cost.isTooHigh) return "too-heavy";
  try {
    if (!repeats) return { update, scan, cost, decoded: Y.decodeUpdate(update) };
    const news = withoutHeld(doc, update, scan);
    const rest = scanUpdate(news, clientsOf(doc));
    if (!rest.ok) return rest.reason;
    const restCost = new UpdateCost(doc, rest, false, left);
    if (restCost.isTooHigh) return "too-heavy";
    return { update: news, scan: rest, cost: restCost, decoded: Y.decodeUpdate(news) };
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
