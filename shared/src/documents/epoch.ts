import * as Y from "yjs";
import { createStateDoc, type StateDoc } from "./doc.ts";

/**
 * The same plain state in a new document without history, under a client id of its own: to be told from the old one, with which it
 * must not be merged.
 * @returns undefined when `doc` holds more than maps of plain values
 */
export function startAfresh(doc: StateDoc): StateDoc | undefined {
  const fresh = createStateDoc();
  let isPlain = true;
  fresh.transact(() => {
    for (const name of [...doc.share.keys()].sort()) {
      // whatever else a root was, it reads as an empty map
      const from = doc.getMap(name);
      if (from._start !== null) isPlain = false;
      const to = fresh.getMap(name);
      for (const [key, value] of from.entries()) {
        if (value instanceof Y.AbstractType || value instanceof Y.Doc) isPlain = false;
        else to.set(key, value);
      }
    }
  });
  return isPlain ? fresh : undefined;
}
