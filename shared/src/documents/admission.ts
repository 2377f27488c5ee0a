import * as Y from "yjs";
import { hasGap, type BoardDoc } from "./doc.ts";
import { BOARD_MAPS } from "./layout.ts";

/**
 * Whether an update may enter a board, judged before it is applied: a document takes anything and cannot give it back.
 *
 * - `too-large`: more bytes than allowed
 * - `damaged`: not an update
 * - `foreign-root`: it writes where the layout of `board` has nothing
 * - `gap`: it refers to what this copy has not got; the sender must sync afresh
 */
export type Admission =
  | { readonly ok: true; readonly deletesOnly: boolean }
  | { readonly ok: false; readonly reason: AdmissionRefusal };
export type AdmissionRefusal = "too-large" | "damaged" | "foreign-root" | "gap";

type Decoded = ReturnType<typeof Y.decodeUpdate>;
/** client id → the clock after its last struct */
type Clocks = Map<number, number>;

/**
 * Inspects an update against the copy it is meant for, without changing anything. Costs one decoding of the update.
 * @param update bytes that own their buffer: a decoder that is lied to about a length must not read what lies behind
 */
export function inspectUpdate(doc: BoardDoc, update: Uint8Array, limits: { readonly maxBytes: number }): Admission {
  if (update.length > limits.maxBytes) return refuse("too-large");
  const decoded = decode(update);
  if (!decoded || !areNumbersSound(decoded)) return refuse("damaged");
  if (decoded.structs.some(isForeign)) return refuse("foreign-root");
  if (hasGapTo(doc, decoded)) return refuse("gap");
  return { ok: true, deletesOnly: decoded.structs.length === 0 };
}

const refuse = (reason: AdmissionRefusal): Admission => ({ ok: false, reason });

function decode(update: Uint8Array): Decoded | undefined {
  try {
    return Y.decodeUpdate(update);
  } catch {
    // whatever the decoder stumbled over, the bytes are no update: that is the answer
    return undefined;
  }
}

/**
 * A number of the wire may decode to NaN, to infinity or beyond what is exact. Such a clock compares as nothing, and is written
 * out again by a loop that never ends. A struct of no length would never be reached by any clock.
 */
function areNumbersSound({ structs, ds }: Decoded): boolean {
  const isSoundId = (id: unknown) => !(id instanceof Y.ID) || (isCount(id.client) && isCount(id.clock));
  return (
    structs.every(
      (struct) =>
        isSoundId(struct.id) &&
        struct.length > 0 &&
        isCount(struct.id.clock + struct.length) &&
        (!(struct instanceof Y.Item) || [struct.origin, struct.rightOrigin, struct.parent].every(isSoundId)),
    ) &&
    [...ds.clients].every(
      ([client, ranges]) =>
        isCount(client) && ranges.every(({ clock, len }) => isCount(clock) && len > 0 && isCount(clock + len)),
    )
  );
}
const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

const roots: ReadonlySet<string> = new Set(BOARD_MAPS);

/** Written under a root that `board` has not, into one of its maps as if it were a list, or holding a document of its own. */
function isForeign(struct: Decoded["structs"][number]): boolean {
  if (!(struct instanceof Y.Item)) return false;
  if (struct.content instanceof Y.ContentDoc) return true;
  // decoding leaves the name of a root where an applied item has its parent
  const parent: unknown = struct.parent;
  return typeof parent === "string" && (!roots.has(parent) || struct.parentSub === null);
}

function hasGapTo(doc: BoardDoc, { structs, ds }: Decoded): boolean {
  const ends: Clocks = new Map();
  const endOf = (client: number) => ends.get(client) ?? Y.getState(doc.store, client);
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const end = endOf(struct.id.client);
    if (struct.id.clock > end) return true;
    ends.set(struct.id.client, Math.max(end, struct.id.clock + struct.length));
  }
  // Yjs takes for granted that what refers to its own client refers back
  const isMissing = (id: unknown, by: Y.ID) =>
    id instanceof Y.ID && id.clock >= (id.client === by.client ? by.clock : endOf(id.client));
  const refersToMissing = structs.some(
    (struct) =>
      struct instanceof Y.Item &&
      [struct.origin, struct.rightOrigin, struct.parent].some((id) => isMissing(id, struct.id)),
  );
  if (refersToMissing) return true;
  return [...ds.clients].some(([client, ranges]) => ranges.some(({ clock, len }) => clock + len > endOf(client)));
}

/**
 * Applies an update and says what came of it.
 *
 * `same`: all of it was there already, so nobody needs to hear of it. `gap`: it refers to what is missing, although inspection saw
 * none; the document keeps it pending and is to be given up.
 * @throws what Yjs throws; the document is then to be given up
 */
export function applyInspected(doc: Y.Doc, update: Uint8Array): "changed" | "same" | "gap" {
  let hasChanged = false;
  const notice = ({ beforeState, afterState, deleteSet }: Y.Transaction) => {
    if (deleteSet.clients.size > 0) hasChanged = true;
    for (const [client, clock] of afterState) if (clock !== (beforeState.get(client) ?? 0)) hasChanged = true;
  };
  doc.on("afterTransaction", notice);
  try {
    Y.applyUpdate(doc, update);
  } finally {
    doc.off("afterTransaction", notice);
  }
  if (hasGap(doc)) return "gap";
  return hasChanged ? "changed" : "same";
}
