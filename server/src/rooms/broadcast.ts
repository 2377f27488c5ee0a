import type { Connection } from "./connection.ts";
import type { RoomPresence } from "./presence.ts";
import { framedUpdates } from "./wire.ts";

/** An update that is on disk, and whom it came from. `index` counts the entries of the document in this process. */
export interface KeptEntry {
  readonly bytes: Uint8Array;
  readonly from: unknown;
  readonly index: number;
}

/**
 * Sends what one commit holds, and the presence if it is time, as one write to each connection.
 *
 * The frames are made once and lie in a row. Most connections get the whole row, in one buffer that they share; who sent a part of it
 * gets the rest, and who has a part of it from the answer to its step 1 gets what comes after. Nothing is sent back to its sender.
 * @returns how many frames were handed to connections
 */
export function broadcast(
  entries: readonly KeptEntry[],
  connections: Iterable<Connection>,
  presence: RoomPresence | undefined,
): number {
  const { bytes, ends } = framedUpdates(entries.map((entry) => entry.bytes));
  const news = presence?.take();
  if (entries.length === 0 && !news) return 0;
  const senders = new Set(entries.map(({ from }) => from));
  const firstIndex = entries[0]?.index ?? 0;
  const joined = new Map<Buffer, Buffer>();
  let frames = 0;
  for (const connection of connections) {
    const isWhole = connection.knowsUpTo < firstIndex && !senders.has(connection);
    const wanted = isWhole ? { pieces: [bytes], count: entries.length } : piecesFor(connection, entries, bytes, ends);
    const { pieces } = wanted;
    const frame = connection.isSlow ? undefined : news?.(connection);
    frames += wanted.count + (frame ? 1 : 0);
    if (!frame) {
      const [first, second] = pieces;
      if (first && first.length > 0) connection.write(second ? Buffer.concat(pieces) : first);
    } else if (!isWhole) connection.write(Buffer.concat([...pieces, frame]));
    else {
      // whoever gets all documents and the same presence shares one buffer
      const shared = joined.get(frame) ?? Buffer.concat([bytes, frame]);
      joined.set(frame, shared);
      connection.write(shared);
    }
  }
  return frames;
}

/** The runs of the row that this connection is to have, and of how many frames they are. */
function piecesFor(
  connection: Connection,
  entries: readonly KeptEntry[],
  bytes: Buffer,
  ends: readonly number[],
): { readonly pieces: readonly Buffer[]; readonly count: number } {
  const pieces: Buffer[] = [];
  let count = 0;
  let start = 0;
  let end = 0;
  for (const [at, { from, index }] of entries.entries()) {
    const isWanted = from !== connection && index > connection.knowsUpTo;
    if (!isWanted) {
      if (end > start) pieces.push(bytes.subarray(start, end));
      start = ends[at] ?? 0;
    } else count += 1;
    end = ends[at] ?? 0;
  }
  if (end > start) pieces.push(bytes.subarray(start, end));
  return { pieces, count };
}
