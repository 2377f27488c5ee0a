import * as Y from "yjs";

/**
 * Whether an update can be applied whole: it is one, and refers only to what `doc` holds or it brings itself. Yjs would keep the
 * rest pending, and take it up whenever what is missing turns up.
 */
export function fits(doc: Y.Doc, update: Uint8Array): boolean {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    // whatever the decoder stumbled over, the bytes are no update
    return false;
  }
  const ends = new Map<number, number>();
  const endOf = (client: number) => ends.get(client) ?? Y.getState(doc.store, client);
  for (const struct of decoded.structs) {
    if (struct instanceof Y.Skip) continue;
    const end = endOf(struct.id.client);
    if (struct.id.clock > end) return false;
    ends.set(struct.id.client, Math.max(end, struct.id.clock + struct.length));
  }
  const isMissing = (id: unknown) => id instanceof Y.ID && id.clock >= endOf(id.client);
  const refersToMissing = decoded.structs.some(
    (struct) => struct instanceof Y.Item && [struct.origin, struct.rightOrigin, struct.parent].some(isMissing),
  );
  if (refersToMissing) return false;
  return [...decoded.ds.clients].every(([client, ranges]) =>
    ranges.every(({ clock, len }) => clock + len <= endOf(client)),
  );
}
