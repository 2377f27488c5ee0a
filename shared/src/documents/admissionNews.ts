import * as Y from "yjs";
import type { UpdateScan } from "./admissionScan.ts";
import type { BoardDoc } from "./doc.ts";

/** Whether a scanned update begins, for any client, with what the document has got. */
export const repeatsHeld = (doc: BoardDoc, { sections }: Pick<UpdateScan, "sections">): boolean =>
  sections.some(({ client, clock }) => clock < Y.getState(doc.store, client));

/** A scanned update less the structs that the document has got. @throws what Yjs stumbles over */
export const withoutHeld = (
  doc: BoardDoc,
  update: Uint8Array,
  { sections }: Pick<UpdateScan, "sections">,
): Uint8Array =>
  Y.diffUpdate(
    update,
    Y.encodeStateVector(new Map(sections.map(({ client }) => [client, Y.getState(doc.store, client)]))),
  );
